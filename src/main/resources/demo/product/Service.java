package demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** A small service: answers what {@code pages.properties} says, which version it is, and how it feels. */
public final class Service {

    private static final String VERSION = Service.class.getPackage().getImplementationVersion();

    private final Properties pages = new Properties();
    private final HttpServer server;
    private final long startedAt = System.nanoTime();
    private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>(Map.of(200, new LongAdder(), 500, new LongAdder()));
    private final LongAdder nanoseconds = new LongAdder();

    private Service(int port) throws IOException {
        try (var file = Service.class.getResourceAsStream("pages.properties")) {
            pages.load(file);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/metrics")) {
            send(exchange, 200, metrics());
            return;
        }
        var begun = System.nanoTime();
        page(exchange, path);
        nanoseconds.add(System.nanoTime() - begun);
        answers.computeIfAbsent(exchange.getResponseCode(), code -> new LongAdder()).increment();
    }

    private void page(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/version")) {
            send(exchange, 200, VERSION);
        } else if (path.equals("/health")) {
            health(exchange);
        } else if (pages.containsKey(path)) {
            send(exchange, 200, pages.getProperty(path));
        } else {
            send(exchange, 404, "there is nothing at " + path);
        }
    }

    /** How many requests were answered with which status, and how long that took, as Prometheus reads it. */
    private String metrics() {
        var text = new StringBuilder("# TYPE demo_requests_total counter\n");
        answers.forEach((code, count) -> text.append("demo_requests_total{version=\"" + VERSION + "\",code=\"" + code + "\"} " + count + "\n"));
        var all = answers.values().stream().mapToLong(LongAdder::sum).sum();
        return text.append("# TYPE demo_request_seconds summary\n")
                .append("demo_request_seconds_sum{version=\"" + VERSION + "\"} " + nanoseconds.sum() / 1e9 + "\n")
                .append("demo_request_seconds_count{version=\"" + VERSION + "\"} " + all)
                .toString();
    }

    private void health(HttpExchange exchange) throws IOException {
        send(exchange, 200, "well");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    /**
     * {@code <port> <ready>} serves until it is ended, and writes version and process id to the file {@code ready} as soon as it answers; {@code --self-test
     * <report>} asks itself everything and writes a JUnit XML report.
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("--self-test")) {
            System.exit(new SelfTest(new Service(0)).run(Path.of(arguments[1])) ? 0 : 1);
        }
        new Service(Integer.parseInt(arguments[0]));
        var ready = Path.of(arguments[1]);
        var fresh = ready.resolveSibling(ready.getFileName() + ".new");
        Files.writeString(fresh, VERSION + " " + ProcessHandle.current().pid() + "\n");
        Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        System.out.println("version " + VERSION + " answers on port " + arguments[0]);
    }

    private static final class SelfTest {

        private final Service service;
        private final HttpClient http = HttpClient.newHttpClient();
        private final List<String> cases = new ArrayList<>();
        private int failures;

        SelfTest(Service service) {
            this.service = service;
        }

        boolean run(Path report) throws IOException {
            expect("tells its version", "/version", 200, VERSION);
            expect("feels well", "/health", 200, "well");
            for (var path : service.pages.stringPropertyNames()) {
                expect("answers " + path, path, 200, service.pages.getProperty(path));
            }
            expect("counts what it answers", "/metrics", 200, "demo_requests_total{version=\"" + VERSION + "\",code=\"200\"}");
            expect("knows what it does not have", "/nowhere", 404, "nothing");
            Files.writeString(report, """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <testsuite name="self-test" tests="%d" failures="%d" errors="0" skipped="0">
                    %s</testsuite>
                    """.formatted(cases.size(), failures, String.join("", cases)));
            System.out.println(cases.size() + " tests, " + failures + " failures");
            return failures == 0;
        }

        private void expect(String name, String path, int status, String text) {
            var failure = "";
            try {
                var address = URI.create("http://127.0.0.1:" + service.server.getAddress().getPort() + path);
                var response = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != status || !response.body().contains(text)) {
                    failure = response.statusCode() + " " + response.body().strip();
                }
            } catch (IOException | InterruptedException broken) {
                failure = broken.toString();
            }
            failures += failure.isEmpty() ? 0 : 1;
            cases.add("  <testcase classname=\"demo.Service\" name=\"%s\">%s</testcase>\n".formatted(
                    escaped(name), failure.isEmpty() ? "" : "<failure message=\"" + escaped(failure) + "\"/>"));
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        }
    }
}
