package dev.slipway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.identity.Act;
import dev.slipway.identity.GroupId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Understands documents that the schema has let pass. */
final class Descriptions {

    private static final String TIMEOUT = "10m";

    private Descriptions() {}

    static Environment environment(Document document) {
        var key = document.text("key");
        return new Environment(
                new EnvironmentKey(key),
                document.text("name", key),
                document.fields().path("stage").asInt(),
                document.fields().path("production").asBoolean(false),
                labels(document),
                Environment.Drift.valueOf(document.text("drift", "tell").toUpperCase(Locale.ROOT)),
                document.text("prometheus"));
    }

    static Entitled product(Document document) {
        var key = new ProductKey(document.text("key"));
        var flow = document.text("flow");
        var product = Product.of(key, new FlowKey(flow))
                .name(document.text("name", key.value()))
                .description(document.text("description"))
                .owner(document.text("owner"))
                .repository(document.text("repository"))
                .criticality(document.text("criticality", "medium"))
                .components(document.list("components").stream()
                        .map(part -> new Component(
                                new ComponentKey(key, part.path("name").asText()),
                                part.path("description").asText()))
                        .toList())
                .environments(document.list("environments").stream()
                        .map(name -> new EnvironmentKey(name.asText()))
                        .toList())
                .checks(document.list("checks").stream()
                        .map(Descriptions::check)
                        .toList())
                .zone(zone(document.text("zone", "UTC")).orElse(Product.UTC))
                .migrations(
                        document.fields().has("migrations")
                                ? texts(document.fields().path("migrations"))
                                : Product.MIGRATIONS)
                .dependsOn(document.list("dependsOn").stream()
                        .map(name -> new ProductKey(name.asText()))
                        .toList())
                .labels(labels(document))
                .hotfixFlow(new FlowKey(document.text("hotfixFlow", flow)))
                .build();
        return new Entitled(product, rights(document.fields().path("rights")));
    }

    static TargetDescription target(Document document) {
        var settings = new LinkedHashMap<String, String>();
        document.fields()
                .path("settings")
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), plain(entry.getValue())));
        return new TargetDescription(
                new EnvironmentKey(document.text("environment")),
                ComponentKey.parse(document.text("component")),
                document.text("adapter"),
                Collections.unmodifiableMap(settings),
                document.text("url"),
                document.text("agent"));
    }

    /** Empty where there is no such zone. */
    static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    static Act act(String word) {
        return Act.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String word(Act act) {
        return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, String> labels(Document document) {
        var labels = new TreeMap<String, String>();
        document.fields()
                .path("labels")
                .properties()
                .forEach(entry -> labels.put(entry.getKey(), entry.getValue().asText()));
        return Collections.unmodifiableMap(labels);
    }

    private static Check check(JsonNode check) {
        return new Check(
                check.path("name").asText(),
                texts(check.path("command")),
                check.path("evidence").asText(),
                timeout(check.path("timeout").asText(TIMEOUT)));
    }

    private static Duration timeout(String text) {
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }

    private static Map<GroupId, Set<Act>> rights(JsonNode rights) {
        var result = new TreeMap<GroupId, Set<Act>>();
        rights.properties().forEach(entry -> {
            var acts = EnumSet.noneOf(Act.class);
            texts(entry.getValue()).forEach(word -> acts.add(act(word)));
            result.put(new GroupId(entry.getKey()), Collections.unmodifiableSet(acts));
        });
        return Collections.unmodifiableMap(result);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String plain(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }
}
