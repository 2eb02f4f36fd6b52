package dev.slipway.deployment.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts facts in the place of their names in braces. */
final class Template {

    private Template() {}

    static URI address(String template, Map<String, String> facts) {
        return URI.create(filled(
                template,
                facts,
                fact -> URLEncoder.encode(fact, StandardCharsets.UTF_8).replace("+", "%20")));
    }

    static String json(String template, Map<String, String> facts) {
        return filled(
                template,
                facts,
                fact -> new String(JsonStringEncoder.getInstance().quoteAsString(fact)));
    }

    private static String filled(String template, Map<String, String> facts, UnaryOperator<String> written) {
        var text = template;
        for (var fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", written.apply(fact.getValue()));
        }
        return text;
    }
}
