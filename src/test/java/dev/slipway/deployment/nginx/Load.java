package dev.slipway.deployment.nginx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Users who ask for the version all the time: two on a connection of its own for each question, who never ask twice, and one who keeps connections open. A
 * server may close such a connection just when it is used again; then, and only then, that one asks once more, as every browser does.
 */
public final class Load implements AutoCloseable {

    private final URI address;
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> users = new ArrayList<>();
    private volatile boolean over;

    public Load(String url) {
        address = URI.create(url + "/version");
        user(this::askOnce);
        user(this::askOnce);
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        user(() -> askOnAnOpenConnection(http));
    }

    public List<String> failures() {
        return List.copyOf(failures);
    }

    public int total() {
        return answers.values().stream().mapToInt(Integer::intValue).sum() + failures.size();
    }

    public double percentFailed() {
        return 100.0 * failures.size() / total();
    }

    public Set<String> versions() {
        return answers.keySet();
    }

    public int answered(String version) {
        return answers.getOrDefault(version, 0);
    }

    private void user(Asking asking) {
        var user = new Thread(() -> {
            while (!over) {
                try {
                    var answer = asking.ask();
                    if (answer instanceof HttpResponse<?> response) {
                        count(
                                response.statusCode(),
                                String.valueOf(response.body()).strip());
                    }
                    Thread.sleep(2);
                } catch (IOException | InterruptedException | RuntimeException failure) {
                    failures.add(failure.toString());
                }
            }
        });
        user.setDaemon(true);
        user.start();
        users.add(user);
    }

    private Object askOnAnOpenConnection(HttpClient http) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(address).build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.ofString());
        } catch (IOException closed) {
            return http.send(question, HttpResponse.BodyHandlers.ofString());
        }
    }

    private Object askOnce() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /version HTTP/1.1\r\nHost: demo\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            var status = lines.isEmpty() ? 0 : Integer.parseInt(lines.get(0).split(" ")[1]);
            count(status, lines.isEmpty() ? "silence" : lines.get(lines.size() - 1));
            return status;
        }
    }

    private void count(int status, String answer) {
        if (status == 200) {
            answers.merge(answer, 1, Integer::sum);
        } else {
            failures.add(status + " " + answer);
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (var user : users) {
            user.join(15_000);
        }
    }

    private interface Asking {

        Object ask() throws IOException, InterruptedException;
    }
}
