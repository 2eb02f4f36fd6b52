package dev.slipway.flag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.catalog.EnvironmentKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The flags of an environment as flagd and its in-process resolvers read them.
 *
 * @param digest SHA-256 of the text; the same as long as nothing has changed
 */
public record Published(String json, String digest) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "https://flagd.dev/schema/v0/flags.json";
    private static final String ON = "on";
    private static final String OFF = "off";

    static Published of(List<Flag> flags, Collection<Audience> audiences, EnvironmentKey environment) {
        var definitions = new LinkedHashMap<String, Object>();
        flags.forEach(flag -> definitions.put(flag.key().toString(), definition(flag, audiences, environment)));
        var document = new LinkedHashMap<String, Object>();
        document.put("$schema", SCHEMA);
        document.put("flags", definitions);
        try {
            var json = JSON.writeValueAsString(document);
            return new Published(json, digest(json));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A flag that nobody sees is published too: off, so that it is not taken for a mistake. */
    private static Map<String, Object> definition(
            Flag flag, Collection<Audience> audiences, EnvironmentKey environment) {
        var definition = new LinkedHashMap<String, Object>();
        definition.put("state", "ENABLED");
        var variants = new LinkedHashMap<String, Object>();
        variants.put(ON, true);
        variants.put(OFF, false);
        definition.put("variants", variants);
        definition.put("defaultVariant", OFF);
        flag.in(environment)
                .filter(Exposure::on)
                .ifPresent(exposure -> definition.put("targeting", targeting(flag, exposure, audiences)));
        return definition;
    }

    /** The audience first; of everybody else a share, always the same people, and those of a smaller share among those of a greater. */
    private static Map<String, Object> targeting(Flag flag, Exposure exposure, Collection<Audience> audiences) {
        var conditions = audiences.stream()
                .filter(audience -> audience.product().equals(flag.key().product())
                        && audience.name().equals(exposure.audience()))
                .flatMap(audience -> audience.conditions().stream())
                .flatMap(condition -> rules(condition).stream())
                .toList();
        var others = others(exposure.share());
        return conditions.isEmpty()
                ? Map.of("if", List.of(true, others, OFF))
                : Map.of("if", List.of(Map.of("or", conditions), ON, others));
    }

    private static Object others(int share) {
        return share == 0
                ? OFF
                : share == 100 ? ON : Map.of("fractional", List.of(List.of(ON, share), List.of(OFF, 100 - share)));
    }

    private static List<Object> rules(Condition condition) {
        var attribute = Map.of("var", condition.attribute());
        return switch (condition.match()) {
            case IS -> List.of(Map.of("in", List.of(attribute, condition.values())));
            case STARTS_WITH -> compared("starts_with", attribute, condition.values());
            case ENDS_WITH -> compared("ends_with", attribute, condition.values());
        };
    }

    private static List<Object> compared(String how, Map<String, String> attribute, List<String> values) {
        return values.stream()
                .<Object>map(value -> Map.of(how, List.of(attribute, value)))
                .toList();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
