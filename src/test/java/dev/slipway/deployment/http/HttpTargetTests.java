package dev.slipway.deployment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.TwoVersionsContractTests;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Target;
import dev.slipway.deployment.spi.TryAgain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real, if small, deployment service. */
class HttpTargetTests extends TwoVersionsContractTests {

    private final HttpTarget target = new HttpTarget(Clock.systemUTC());
    private Platform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new Platform();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Override
    protected Target target() {
        return target;
    }

    @Override
    protected TargetDescription place() {
        return place(Map.of());
    }

    @Override
    protected Path artifact() {
        return Path.of("artifact");
    }

    @Override
    protected Path refusedArtifact() {
        return Path.of("artifact");
    }

    @Test
    void takesUpWhatTheServiceHasAccepted() {
        target.install(install("v1", "1.0.0", 100), recorder);

        assertThat(target.resume(place(), "v1", recorder)).contains(new Outcome.Done());
        assertThat(platform.moves).containsExactly("install v1");
    }

    @Test
    void triesAgainWhereTheServiceIsIllOrSilent() {
        platform.ill = 1;
        assertThatThrownBy(() -> target.install(install("v1", "1.0.0", 100), recorder))
                .isInstanceOf(TryAgain.class)
                .hasMessageContaining("503 not now");
        platform.ill = 1;
        assertThat(target.probe(place())).isInstanceOf(Report.Unknown.class);
        platform.close();

        assertThatThrownBy(() -> target.install(install("v1", "1.0.0", 100), recorder))
                .isInstanceOf(TryAgain.class);
        assertThat(target.probe(place())).isInstanceOf(Report.Unknown.class);
    }

    @Test
    void takesARefusalForARefusal() {
        var stranger = place(Map.of("secret.Authorization", "Bearer wrong"));

        assertThat(target.install(new Install(stranger, "v1", "1.0.0", artifact(), DIGEST, 100), recorder))
                .isEqualTo(new Outcome.Failed("the service answered 401 who are you"));
        assertThat(target.probe(stranger)).isInstanceOf(Report.Unknown.class);
    }

    @Test
    void waitsNoLongerThanItMay() {
        var hasty = place(Map.of("timeout", "0s"));

        assertThat(target.install(new Install(hasty, "v1", "1.0.0", artifact(), DIGEST, 100), recorder))
                .isEqualTo(new Outcome.Failed("the service took longer than 0 s"));
    }

    @Test
    void putsFactsWhereTheirNamesAre() {
        var facts = Map.of("component", "payments/service", "version", "1.0 \"b\"");

        assertThat(Template.address("http://x/{component}?v={version}", facts))
                .hasToString("http://x/payments%2Fservice?v=1.0%20%22b%22");
        assertThat(Template.json("{\"v\": \"{version}\"}", facts)).isEqualTo("{\"v\": \"1.0 \\\"b\\\"\"}");
        assertThat(target.apart(place(Map.of("apart", "http://{version}.example.com")), "1.0.0"))
                .contains("http://1.0.0.example.com");
    }

    @Test
    void explainsEverySettingThatIsWrong() {
        var wrong = place(
                Map.of("install", "ftp://x", "remove", "", "timeout", "soon", "shift.method", "YELL", "colour", "red"));

        assertThat(target.flaws(wrong)).hasSize(5).anyMatch(flaw -> flaw.contains("'colour' is unknown"));
    }

    private TargetDescription place(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "install", platform.url() + "/install",
                "shift", platform.url() + "/shift",
                "remove", platform.url() + "/remove",
                "probe", platform.url() + "/state",
                "status", platform.url() + "/moves/{visit}",
                "pause", "1ms",
                "secret.Authorization", "Bearer s3cret"));
        settings.putAll(more);
        return new TargetDescription(
                new EnvironmentKey("staging"), ComponentKey.parse("payments/service"), "http", settings, "");
    }
}
