package dev.slipway.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.policy.CriterionRule;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    @Test
    void comparesNumbersExactly() {
        assertThat(verdict("0.1", "=", "0.10")).isEqualTo(Verdict.PASSED);
        assertThat(verdict("0.30000000000000004", "=", "0.3")).isEqualTo(Verdict.FAILED);
        assertThat(verdict("9007199254740993", "<=", "9007199254740992")).isEqualTo(Verdict.FAILED);
        assertThat(verdict("80.0", ">=", "80")).isEqualTo(Verdict.PASSED);
        assertThat(verdict("79.999", ">=", "80")).isEqualTo(Verdict.FAILED);
        assertThat(verdict("10", "<=", "9")).isEqualTo(Verdict.FAILED);
    }

    @Test
    void comparesWordsOnlyForEquality() {
        assertThat(verdict("done", "=", "done")).isEqualTo(Verdict.PASSED);
        assertThat(verdict("done", "=", "open")).isEqualTo(Verdict.FAILED);
        assertThat(verdict("b", ">=", "a")).isEqualTo(Verdict.FAILED);
        assertThat(verdict("1", "<=", "many")).isEqualTo(Verdict.FAILED);
    }

    @Test
    void neverPassesAComparisonItDoesNotKnow() {
        assertThat(verdict("1", "<", "2")).isEqualTo(Verdict.FAILED);
    }

    private static Verdict verdict(String measured, String comparison, String required) {
        return Comparison.of(new CriterionRule("criterion", "measure", comparison, required), measured)
                .verdict();
    }
}
