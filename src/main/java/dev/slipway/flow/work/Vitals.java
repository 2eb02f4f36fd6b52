package dev.slipway.flow.work;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks a component over HTTP how it is, from wherever this runs. */
public final class Vitals {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** What is wrong with a page of the component; empty where nothing is. */
    public Optional<String> fault(String component, String url, String path) throws InterruptedException {
        var answer = get(url, path);
        return answer.status == OK
                ? Optional.empty()
                : Optional.of(component + ": " + path + " says " + answer.words());
    }

    /** What is wrong with the version that answers; empty where it is the expected one. */
    public Optional<String> otherVersion(String component, String url, String version) throws InterruptedException {
        var answer = get(url, "/version");
        return answer.status == OK && answer.text.contains(version)
                ? Optional.empty()
                : Optional.of(component + ": /version says " + answer.words() + " instead of " + version);
    }

    private Answer get(String url, String path) throws InterruptedException {
        var address = URI.create(url.replaceAll("/+$", "") + path);
        try {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body().strip());
        } catch (IOException silent) {
            return new Answer(0, silent.getClass().getSimpleName());
        }
    }

    private record Answer(int status, String text) {

        private static final int LONGEST = 100;

        String words() {
            var brief = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
            return status == 0 ? "nothing (" + brief + ")" : status + " " + brief;
        }
    }
}
