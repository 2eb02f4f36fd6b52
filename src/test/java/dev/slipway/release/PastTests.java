package dev.slipway.release;

import static dev.slipway.release.KnownSurroundings.SERVICE;
import static dev.slipway.release.KnownSurroundings.WORKER;
import static dev.slipway.release.KnownSurroundings.digest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.release.Past.End;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastTests {

    private final Past past = new Past(List.of(
            end(State.ROLLED_BACK, '3', '1'),
            end(State.RELEASED, '2', '1'),
            end(State.FAILED, '2', '2'),
            end(State.RELEASED, '1', '1')));

    @Test
    void tellsHowManyOfTheLastReleasesWentWrong() {
        assertThat(past.failureRate()).isEqualTo(50);
        assertThat(new Past(List.of()).failureRate()).isEqualTo(-1);
    }

    @Test
    void tellsOfEachComponentOverTheReleasesThatChangedIt() {
        assertThat(past.failureRate(List.of(SERVICE))).isEqualTo(66);
        assertThat(past.failureRate(List.of(WORKER))).isEqualTo(33);
        assertThat(past.failureRate(List.of(WORKER, SERVICE))).isEqualTo(66);
        assertThat(past.failureRate(List.of())).isEqualTo(-1);
    }

    private static End end(State state, char service, char worker) {
        return new End(state, Map.of(SERVICE, digest(service), WORKER, digest(worker)));
    }
}
