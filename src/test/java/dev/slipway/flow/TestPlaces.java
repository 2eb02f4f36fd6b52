package dev.slipway.flow;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where the versions of a product stand: four instances in each environment, and a server that answers as the first of them does. */
final class TestPlaces implements AutoCloseable {

    private final Path folder;
    private final List<HttpServer> servers = new ArrayList<>();
    private final Set<String> sick = ConcurrentHashMap.newKeySet();

    /** What has answered well, as environment and version: it does so again when it comes back. */
    private final Set<String> well = ConcurrentHashMap.newKeySet();

    TestPlaces(Path folder) {
        this.folder = folder;
    }

    Path of(String environment) {
        return folder.resolve(environment);
    }

    List<String> ledger(String environment) throws IOException {
        var ledger = Path.of(of(environment) + ".ledger");
        return Files.exists(ledger) ? Files.readAllLines(ledger) : List.of();
    }

    void fallsIll(String environment) {
        sick.add(environment);
        well.remove(environment + " " + running(environment));
    }

    void replace(String environment, String version) {
        try {
            Files.createDirectories(of(environment));
            for (var instance = 1; instance <= 4; instance++) {
                Files.writeString(of(environment).resolve(String.valueOf(instance)), version + "\n");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String running(String environment) {
        var instance = of(environment).resolve("1");
        return Files.exists(instance) ? line(instance) : "";
    }

    private static String line(Path instance) {
        try {
            return Files.readString(instance).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> instances(String environment) {
        try (var files = Files.list(Files.createDirectories(of(environment)))) {
            return files.sorted().map(TestPlaces::line).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Begins to answer for an environment, and says at which port. */
    int serve(String environment) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var health = exchange.getRequestURI().getPath().equals("/health");
                var there = environment + " " + running(environment);
                var ill = sick.contains(environment) && !well.contains(there);
                if (health && !ill) {
                    well.add(there);
                }
                var answer = (health ? "ok" : running(environment)).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(health && ill ? 503 : 200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            servers.add(server);
            return server.getAddress().getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
