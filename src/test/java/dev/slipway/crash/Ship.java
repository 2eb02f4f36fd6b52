package dev.slipway.crash;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;

/** A version at work, as a process of its own: says who it is, and how it is until it has been asked so often that it falls ill. */
public final class Ship {

    private Ship() {}

    /** @param words where to say that it is at work, which version it is, and after how many questions it falls ill; -1 for never */
    public static void main(String[] words) throws IOException {
        var cell = Path.of(words[0]);
        var version = words[1];
        var healthy = Integer.parseInt(words[2]);
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var ill = exchange.getRequestURI().getPath().equals("/health")
                    && healthy >= 0
                    && asked.incrementAndGet() > healthy;
            var answer = version.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(ill ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        var note = cell.resolveSibling(cell.getFileName() + ".next");
        Files.writeString(note, version + " " + server.getAddress().getPort() + "\n");
        Files.move(note, cell, StandardCopyOption.ATOMIC_MOVE);
    }
}
