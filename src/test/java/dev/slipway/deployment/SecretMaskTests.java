package dev.slipway.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTests {

    @ParameterizedTest
    @CsvSource({
        "password=tiger99, password=****",
        "{\"apiKey\": \"k-123\"}, {\"apiKey\": \"****\"}",
        "https://ada:tiger@example.com/x, https://****@example.com/x",
        "Authorization: Bearer abcdefghijklmnop, Authorization: Bearer ****",
        "ghp_abcdefghijklmnopqrstuvwxyz0123456789, ****",
        "AKIAIOSFODNN7EXAMPLE, ****",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc, ****",
    })
    void takesOutWhatLooksLikeASecret(String text, String masked) {
        assertThat(SecretMask.mask(text, List.of())).isEqualTo(masked);
    }

    @Test
    void knowsTheSecretsOfAnAdapterBehindAnother() {
        var place = new TargetDescription(
                new EnvironmentKey("staging"),
                ComponentKey.parse("payments/service"),
                "nginx",
                Map.of("slot.secret.KEY", "hunter22", "secret.token", "tiger99", "slot.variable.A", "open"),
                "");

        assertThat(SecretMask.secretsOf(place)).containsExactlyInAnyOrder("hunter22", "tiger99");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        var text = "basic checks passed in 3 s; see https://example.com/a:b and the token bucket";

        assertThat(SecretMask.mask(text, List.of("", "s"))).isEqualTo(text);
    }
}
