package dev.slipway.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuorumTests {

    @Test
    void roundsAShareToTheNearestAndNeverToNobody() {
        assertThat(quorum("50 %").of(5)).isEqualTo(3);
        assertThat(quorum("50%").of(4)).isEqualTo(2);
        assertThat(quorum("33 %").of(4)).isEqualTo(1);
        assertThat(quorum("1 %").of(3)).isEqualTo(1);
        assertThat(quorum("100 %").of(7)).isEqualTo(7);
    }

    @Test
    void takesANumberAsItIs() {
        assertThat(quorum("3").of(2)).isEqualTo(3);
        assertThat(quorum("3")).hasToString("3");
        assertThat(quorum("50%")).hasToString("50 %");
    }

    @Test
    void readsNothingElse() {
        for (var text : new String[] {"", "0", "all", "101 %", "-1", "1.5"}) {
            assertThat(Quorum.parse(text)).as(text).isEmpty();
        }
    }

    private static Quorum quorum(String text) {
        return Quorum.parse(text).orElseThrow();
    }
}
