package dev.slipway.deployment.spi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a target answers when it is asked what is true: the versions with the instances and the requests of each, or, where instances share the requests evenly,
 * the versions and the share of the newest. A target that keeps the digest of a configuration says that, too.
 */
public record ProbeAnswer(
        @JsonProperty("running") @Nullable List<Part> running,
        @JsonProperty("versions") @Nullable List<String> versions,
        @JsonProperty("share") int share,
        @JsonProperty("configuration") @Nullable String configuration) {

    public static final String EXAMPLE = "{\"running\":[{\"version\":\"1.2.0\",\"instances\":100,\"traffic\":100}]}"
            + " or {\"versions\":[\"1.2.0\"],\"share\":100}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty where the text is no such answer. */
    public static Optional<Report> read(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, ProbeAnswer.class)).flatMap(ProbeAnswer::report);
        } catch (JsonProcessingException wrong) {
            return Optional.empty();
        }
    }

    /** The text that reads as this. */
    public static String written(Report.Running running) {
        var parts = running.present().stream()
                .map(there -> new Part(there.version(), there.instances(), there.traffic(), there.configuration()))
                .toList();
        try {
            return JSON.writeValueAsString(new ProbeAnswer(parts, null, 0, null));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Optional<Report> report() {
        if (running != null) {
            return running.stream().allMatch(Part::isWhole)
                    ? Optional.of(new Report.Running(
                            running.stream().map(this::presence).toList()))
                    : Optional.empty();
        }
        return versions == null || !isPercent(share)
                ? Optional.empty()
                : Optional.of(new Report.Running(new Report.Running(Set.copyOf(versions), share)
                        .present().stream().map(this::configured).toList()));
    }

    private Presence presence(Part part) {
        var present = new Presence(text(part.version), part.instances, part.traffic, text(part.configuration));
        return present.configuration().isEmpty() ? configured(present) : present;
    }

    private Presence configured(Presence present) {
        return new Presence(present.version(), present.instances(), present.traffic(), text(configuration));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean isPercent(int number) {
        return number >= 0 && number <= 100;
    }

    /** One version. */
    public record Part(
            @JsonProperty("version") @Nullable String version,
            @JsonProperty("instances") int instances,
            @JsonProperty("traffic") int traffic,
            @JsonProperty("configuration") @Nullable String configuration) {

        private boolean isWhole() {
            return version != null && isPercent(instances) && isPercent(traffic);
        }
    }
}
