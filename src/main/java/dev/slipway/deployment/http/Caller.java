package dev.slipway.deployment.http;

import dev.slipway.deployment.spi.Stopped;
import dev.slipway.deployment.spi.TryAgain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Asks a deployment service; that it cannot be reached, or is not well, is a reason to try again. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BUSY = 429;
    private static final int ILL = 500;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    HttpResponse<String> ask(HttpSettings settings, String method, URI address, String body, Map<String, String> more) {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        settings.headers().forEach(request::header);
        more.forEach(request::header);
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == BUSY || answer.statusCode() >= ILL) {
                throw new TryAgain(method + " " + address + " was answered with " + words(answer));
            }
            return answer;
        } catch (IOException silence) {
            throw new TryAgain(method + " " + address + " was not answered: " + silence);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Stopped(interruption);
        }
    }

    static String words(HttpResponse<String> answer) {
        var text = answer.body().strip();
        return answer.statusCode() + " " + text.substring(0, Math.min(300, text.length()));
    }
}
