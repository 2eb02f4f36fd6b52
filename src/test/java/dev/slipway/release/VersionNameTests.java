package dev.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"1", "2.1.0", "v2.1.0", "2026.11", "2.1.0-rc1", "2.1.0+build.5", "1.0_a", "1.0-r"})
    void takesVersionsAsPeopleNameThem(String version) {
        assertThat(VersionName.flaw(version)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "latest",
                "1..0",
                "1.0.",
                "1.0-r2",
                "1.0-R12",
                "1.0 beta",
                "../1",
                "1/2",
                "1.0\n",
                "ments-1.0"
            })
    void refusesWhatIsNoVersionOrWouldMakeAConfusingId(String version) {
        assertThat(VersionName.flaw(version)).isPresent();
    }

    @Test
    void answersQuicklyToALongOne() {
        assertThat(VersionName.flaw("1".repeat(100_000) + "!")).isPresent();
    }

    @Test
    void ordersAsPeopleDo() {
        assertThat(VersionName.newer("1.10", "1.9")).isTrue();
        assertThat(VersionName.newer("1.0", "1.0-rc1")).isTrue();
        assertThat(VersionName.newer("v2.0", "1.9")).isTrue();
        assertThat(VersionName.newer("1.0", "v1.0.0")).isFalse();
    }
}
