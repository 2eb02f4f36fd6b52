package dev.slipway.flow.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.release.ReleaseId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@SuppressWarnings("NullAway") // what is not asked is not there
class WatchTests {

    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final Map<String, Object> INPUTS =
            Map.of("environment", "production", "duration", "PT49S", "tolerance", "3");

    private HttpServer ill;

    @BeforeEach
    void answerBadly() throws IOException {
        ill = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ill.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        ill.start();
    }

    @AfterEach
    void stop() {
        ill.stop(0);
    }

    /** Of 100 questions three may go wrong; each round asks two components, and both are ill. */
    @EveryDatabase
    void countsEveryComponentThatIsIll(Database database) throws Exception {
        var watch = watch(database, twoComponents(true));

        assertThat(watch.work(visit(), INPUTS)).isInstanceOf(Result.Later.class);
        assertThat(watch.work(visit(), INPUTS))
                .isEqualTo(new Result.Refused(
                        "watch-failed",
                        "shop/api and shop/web did not answer /health well 4 times while it was watched"));
    }

    /** What answers there is not the candidate, or nobody where it is the first. */
    @EveryDatabase
    void asksNobodyApartBeforeTheCandidateHasComeAnywhere(Database database) throws Exception {
        var inputs = new HashMap<>(INPUTS);
        inputs.put("apart", "yes");

        assertThat(watch(database, twoComponents(false)).work(visit(), inputs)).isInstanceOf(Result.Later.class);
        assertThat(watch(database, twoComponents(false)).work(visit(), inputs)).isInstanceOf(Result.Later.class);
        assertThat(watch(database, twoComponents(true)).work(visit(), inputs)).isInstanceOf(Result.Later.class);
        assertThat(watch(database, twoComponents(true)).work(visit(), inputs)).isInstanceOf(Result.Refused.class);
    }

    private static Watch watch(Database database, Endpoints endpoints) {
        var clock = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
        return new Watch(
                new Interview(endpoints),
                hearingNothing(),
                null,
                new VisitRepository(database.jdbc(), clock),
                new ProbeProperties(1, Duration.ofSeconds(1), 10),
                clock);
    }

    private static Lookout hearingNothing() {
        return new Lookout(null, null, null, null) {
            @Override
            Optional<String> alarm(Visit visit, EnvironmentKey environment) {
                return Optional.empty();
            }

            @Override
            void answers(Visit visit, EnvironmentKey environment, Interview.Round round) {}

            @Override
            void failed(Visit visit, EnvironmentKey environment, String cause) {}
        };
    }

    private Endpoints twoComponents(boolean reached) {
        return new Endpoints(null, null, null) {
            @Override
            List<TargetDescription> of(ReleaseId release, EnvironmentKey environment) {
                return List.of(target("api"), target("web"));
            }

            @Override
            List<TargetDescription> preferApart(ReleaseId release, EnvironmentKey environment) {
                return of(release, environment);
            }

            @Override
            boolean isReached(ReleaseId release, TargetDescription target) {
                return reached;
            }
        };
    }

    private TargetDescription target(String component) {
        var url = "http://127.0.0.1:" + ill.getAddress().getPort();
        return new TargetDescription(
                PRODUCTION, new ComponentKey(new ProductKey("shop"), component), "command", Map.of(), url);
    }

    /** Its log is never flushed here. */
    private static Visit visit() {
        return new Visit("v", new ReleaseId("shop-1.0.0"), "watch", null);
    }
}
