package dev.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** The board as a signed-in person gets it over HTTP, with few releases and with many. */
final class Board {

    private static final int FEW = 100;
    private static final int FEW_PENDING = 60;
    private static final int MANY = 100_000;
    private static final int MANY_PENDING = 100;
    private static final int AT_A_TURN = 60;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final int TURNS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Store store;
    private final Workshop workshop;

    Board(Store store, Workshop workshop) {
        this.store = store;
        this.workshop = workshop;
    }

    void race(Figures figures) throws Exception {
        try (var few = open();
                var many = open()) {
            new Seeding(few.get(JdbcTemplate.class), FEW, FEW_PENDING).run();
            new Seeding(many.get(JdbcTemplate.class), MANY, MANY_PENDING).run();
            var readerOfFew = new Reader(few.address());
            var readerOfMany = new Reader(many.address());
            figures.board(store, Race.between(readerOfMany::turn, readerOfFew::turn, WARM_UP, TURNS, LIMIT));
        }
    }

    private House open() {
        return House.open(
                workshop,
                store.fresh(workshop.folder()),
                new Statements(),
                new Ends(),
                "--camunda.bpm.job-execution.enabled=false",
                "--slipway.worker.enabled=false",
                "--slipway.journal.seal-every=PT0S");
    }

    /** Somebody with a browser. */
    private static final class Reader {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        private final URI board;

        Reader(String address) throws Exception {
            this.board = URI.create(address + "/");
            var form = CSRF.matcher(get(board.resolve("/login")));
            assertThat(form.find()).isTrue();
            var entered = "username=" + House.MANAGER + "&password=" + House.MANAGER + "&_csrf="
                    + URLEncoder.encode(form.group(1), StandardCharsets.UTF_8);
            http.send(
                    HttpRequest.newBuilder(board.resolve("/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(entered))
                            .build(),
                    BodyHandlers.discarding());
            assertThat(get(board)).contains("<h1>Board</h1>", "Operations");
        }

        Race.Window turn() throws Exception {
            var begin = System.nanoTime();
            for (var number = 0; number < AT_A_TURN; number++) {
                get(board);
            }
            return new Race.Window((System.nanoTime() - begin) / 1e6 / AT_A_TURN, 0);
        }

        private String get(URI page) throws Exception {
            var answer = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
