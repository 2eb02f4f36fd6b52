package dev.slipway.content;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves the repositories of a folder on a loopback port, by the real {@code git http-backend}. */
final class GitOverHttp implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    private GitOverHttp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
    }

    static GitOverHttp of(Path folder) throws IOException {
        var git = new GitOverHttp();
        git.server.createContext("/", exchange -> answer(exchange, folder));
        git.server.start();
        return git;
    }

    static GitOverHttp asking(Path folder, String user, String password) throws IOException {
        var git = new GitOverHttp();
        git.server
                .createContext("/", exchange -> answer(exchange, folder))
                .setAuthenticator(new BasicAuthenticator("git") {
                    @Override
                    public boolean checkCredentials(String name, String given) {
                        return name.equals(user) && given.equals(password);
                    }
                });
        git.server.start();
        return git;
    }

    /** Takes requests and never answers them. */
    static GitOverHttp silent() throws IOException {
        var git = new GitOverHttp();
        git.server.createContext("/", exchange -> git.await());
        git.server.start();
        return git;
    }

    String url(String repository) {
        return url("", repository);
    }

    String url(String userInfo, String repository) {
        return "http://" + userInfo + "127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, Path folder) throws IOException {
        var builder = new ProcessBuilder("git", "http-backend");
        var uri = exchange.getRequestURI();
        var headers = exchange.getRequestHeaders();
        var environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", folder.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("PATH_INFO", uri.getPath());
        environment.put("QUERY_STRING", uri.getQuery() == null ? "" : uri.getQuery());
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("REMOTE_ADDR", "127.0.0.1");
        copy(headers.getFirst("Content-Type"), "CONTENT_TYPE", environment);
        copy(headers.getFirst("Content-Encoding"), "HTTP_CONTENT_ENCODING", environment);
        copy(headers.getFirst("Git-Protocol"), "GIT_PROTOCOL", environment);
        var body = exchange.getRequestBody().readAllBytes();
        environment.put("CONTENT_LENGTH", String.valueOf(body.length));
        var process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(body);
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        var split = output.indexOf("\r\n\r\n");
        var status = 200;
        for (var line : output.substring(0, split).lines().toList()) {
            var name = line.substring(0, line.indexOf(':'));
            var value = line.substring(line.indexOf(':') + 1).strip();
            if (name.equals("Status")) {
                status = Integer.parseInt(value.substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(name, value);
            }
        }
        var content = output.substring(split + 4).getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        try (var out = exchange.getResponseBody()) {
            out.write(content);
        }
    }

    private static void copy(@Nullable String value, String name, Map<String, String> environment) {
        if (value != null) {
            environment.put(name, value);
        }
    }
}
