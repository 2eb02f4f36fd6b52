package dev.slipway.content;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Copies what lies at a {@code file:}, {@code http:} or {@code https:} address, hashing it on the way, within limits of size and time. */
public final class Download {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final long largest;
    private final Duration longest;
    private final HttpClient client;

    public Download(long largest, Duration longest) {
        this.largest = largest;
        this.longest = longest;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT.compareTo(longest) < 0 ? CONNECT : longest)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** How much was copied, and what it is. */
    public record Copied(long bytes, Digest digest) {}

    public Copied copy(URI location, OutputStream target) throws IOException {
        var scheme = location.getScheme() == null ? "" : location.getScheme();
        return switch (scheme) {
            case "file" -> copyFile(location, target);
            case "http", "https" -> copyHttp(location, target);
            default -> throw new IOException("only file, http and https addresses can be read");
        };
    }

    /** Says what went wrong, without what may be secret in an address. */
    public static String words(URI location, IOException failure) {
        var message = failure.getMessage();
        return shown(location) + " cannot be read: "
                + (message == null ? failure.getClass().getSimpleName() : message);
    }

    private static String shown(URI location) {
        if (location.getHost() == null) {
            return location.isOpaque() ? location.getScheme() + ":…" : location.getScheme() + ":" + location.getPath();
        }
        var port = location.getPort() < 0 ? "" : ":" + location.getPort();
        return location.getScheme() + "://" + location.getHost() + port + location.getPath();
    }

    private Copied copyFile(URI location, OutputStream target) throws IOException {
        Path file;
        try {
            file = Path.of(location);
        } catch (IllegalArgumentException wrong) {
            throw new IOException("it names no file on this machine");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException(
                    Files.isDirectory(file) ? "it is a folder; name a file" : "there is no such file");
        }
        try (var stream = Files.newInputStream(file)) {
            return limited(stream, target);
        }
    }

    private Copied copyHttp(URI location, OutputStream target) throws IOException {
        try {
            var request = HttpRequest.newBuilder(location).timeout(longest).build();
            var response = client.send(request, BodyHandlers.ofInputStream());
            try (var stream = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("the server answered with status " + response.statusCode());
                }
                return limited(stream, target);
            }
        } catch (HttpTimeoutException timeout) {
            throw new IOException("the server did not answer within " + longest.toSeconds() + " seconds");
        } catch (ConnectException refused) {
            throw new IOException("nobody answers there");
        } catch (IllegalArgumentException wrong) {
            throw new IOException("the address cannot be used");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("reading was interrupted");
        }
    }

    private Copied limited(InputStream stream, OutputStream target) throws IOException {
        var late = new AtomicBoolean();
        var watch = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    close(stream);
                },
                CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return copy(stream, target);
        } catch (IOException failure) {
            throw late.get() ? new IOException("it took longer than " + longest.toSeconds() + " seconds") : failure;
        } finally {
            watch.cancel(false);
        }
    }

    private Copied copy(InputStream stream, OutputStream target) throws IOException {
        var digest = Digest.sha256();
        var buffer = new byte[64 * 1024];
        var bytes = 0L;
        for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            bytes += read;
            if (bytes > largest) {
                throw new IOException("it is larger than " + largest + " bytes");
            }
            digest.update(buffer, 0, read);
            target.write(buffer, 0, read);
        }
        return new Copied(bytes, Digest.of(digest));
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
