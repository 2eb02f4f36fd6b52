package dev.slipway;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody at a browser without scripts: keeps cookies, signs in through the page, follows nothing by itself. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String root;

    public Browser(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    /** Signs in by the form of the sign-in page; returns the answer, a redirection. */
    public HttpResponse<String> signIn(String person, String password) throws IOException, InterruptedException {
        return send("POST", "/login", form("username", person, "password", password, "_csrf", csrf("/login")));
    }

    /** The CSRF token in the forms of a page. */
    public String csrf(String page) throws IOException, InterruptedException {
        var found = CSRF.matcher(get(page).body());
        if (!found.find()) {
            throw new IllegalStateException(page + " has no form");
        }
        return found.group(1);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var json = body.startsWith("{") || body.startsWith("[");
        return sendAs(json ? "application/json" : "application/x-www-form-urlencoded", method, path, body, headers);
    }

    public HttpResponse<String> sendAs(String type, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Names and values in turn, as a form sends them. */
    public static String form(String... namesAndValues) {
        var encoded = List.of(namesAndValues).stream()
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .toList();
        var body = new StringBuilder();
        for (var index = 0; index < encoded.size(); index += 2) {
            body.append(index == 0 ? "" : "&")
                    .append(encoded.get(index))
                    .append('=')
                    .append(encoded.get(index + 1));
        }
        return body.toString();
    }
}
