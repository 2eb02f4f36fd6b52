package dev.slipway.quality.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.Actor;
import dev.slipway.release.Acceptance;
import dev.slipway.release.AcceptanceCriterion;
import dev.slipway.release.AcceptanceCriterion.Direction;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.ErrorResponseException;

/** A real Prometheus that scrapes a small shop: the new version fails one request in ten and is twice as slow. */
class RealPrometheusTests {

    private static final int PORT_IS_FREE = 0;

    private static final Random RANDOM = new Random(1);
    private static final AtomicInteger SCRAPES = new AtomicInteger();

    @TempDir
    static Path folder;

    private static HttpServer shop;
    private static RealPrometheus prometheus;

    @BeforeAll
    static void start() throws Exception {
        RealPrometheus.assumeInstalled();
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT_IS_FREE), 0);
        shop.createContext("/metrics", exchange -> {
            var body = metrics().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        shop.start();
        prometheus = RealPrometheus.scraping(folder, shop.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
        if (shop != null) {
            shop.stop(0);
        }
    }

    private static String metrics() {
        var requests = 100 * SCRAPES.incrementAndGet();
        return """
                shop_requests_total{version="1.9.0",code="200"} %d
                shop_requests_total{version="1.9.0",code="500"} 0
                shop_requests_total{version="2.0.0",code="200"} %d
                shop_requests_total{version="2.0.0",code="500"} %d
                shop_latency_seconds{version="1.9.0"} %s
                shop_latency_seconds{version="2.0.0"} %s
                shop_broken NaN
                """.formatted(
                        requests,
                        requests * 9 / 10,
                        requests / 10,
                        0.1 + RANDOM.nextDouble() / 100,
                        0.2 + RANDOM.nextDouble() / 100);
    }

    @Test
    void answersFiguresAndSaysWhatIsWrongWithAQuery() {
        var asked = new Prometheus(new PrometheusProperties(null, "", Duration.ofSeconds(5), Duration.ZERO));
        var now = Instant.now();

        assertThat(asked.instant(prometheus.address(), "sum(up)", now).series())
                .singleElement()
                .satisfies(series -> assertThat(series.points().get(0).number()).isEqualTo(1));
        assertThat(asked.instant(prometheus.address(), "42", now)
                        .series()
                        .get(0)
                        .points()
                        .get(0)
                        .number())
                .isEqualTo(42);
        assertThat(asked.range(prometheus.address(), "sum(", now.minusSeconds(5), now, Duration.ofSeconds(1))
                        .flaw())
                .startsWith("Prometheus answers 400: 1:5: parse error");
        assertThat(asked.instant(prometheus.address(), "nothing_like_it", now).series())
                .isEmpty();
        assertThat(asked.instant(prometheus.address(), "shop_broken", now)
                        .series()
                        .get(0)
                        .points()
                        .get(0)
                        .isFinite())
                .isFalse();
    }

    @EveryDatabase
    void triesAQueryBeforeAPlanHasIt(Database database) {
        var ward = new Ward(database, prometheus.address());
        var asked = new Prometheus(new PrometheusProperties(null, "", Duration.ofSeconds(5), Duration.ZERO));
        var trial = new TrialController(asked, ward, () -> Actor.person("rita"), Clock.systemUTC());

        var figures = trial.figures("shop", "production", "shop_requests_total{version=\"${version}\"}", "2.0.0");

        assertThat(figures.query()).isEqualTo("shop_requests_total{version=\"2.0.0\"}");
        assertThat(figures.series()).isEqualTo(2);
        assertThat(trial.figures("shop", "production", "sum(", "").flaw()).contains("parse error");
        ward.permitted = false;
        assertThatThrownBy(() -> trial.figures("shop", "production", "up", ""))
                .isInstanceOf(ErrorResponseException.class);
    }

    @EveryDatabase
    void catchesTheVersionThatIsWorse(Database database) throws Exception {
        var begun = Instant.now();
        var ward = new Ward(
                database,
                prometheus.address(),
                criterion("failed", "shop_requests_total{version=\"${version}\",code=~\"5..\"}", true),
                criterion("latency", "shop_latency_seconds{version=\"${version}\"}", false),
                criterion("nothing", "shop_nothing{version=\"${version}\"}", false));
        ward.acceptance = new Acceptance(ward.acceptance.criteria(), Duration.ofMillis(250), null, null, null);
        Thread.sleep(3_000);

        ward.clock.now = Instant.now();
        var soak = Duration.between(begun, ward.clock.now).minusMillis(100);
        var analysis = ((Looking.Ended) ward.analyses.look(
                        new AnalysisOrder("v", Ward.RELEASE, Ward.PRODUCTION, "1.9.0", 50, begun, soak)))
                .analysis();

        assertThat(analysis.finding()).isEqualTo(Finding.FAIL);
        assertThat(analysis.judgements())
                .extracting(Judgement::finding)
                .containsExactly(Finding.FAIL, Finding.FAIL, Finding.NOT_ENOUGH_DATA);
        assertThat(analysis.judgements().get(0).words()).contains("10 % of ", " against 0 % of ");
    }

    private static AcceptanceCriterion criterion(String name, String query, boolean counts) {
        var total = counts ? "shop_requests_total{version=\"${version}\"}" : "";
        return new AcceptanceCriterion(name, query, total, "", "", "", null, 0, Direction.INCREASE, null, null, null);
    }
}
