package dev.slipway.deployment.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.deployment.spi.Presence;
import dev.slipway.deployment.spi.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a target answers when it is asked what is true: the versions with the instances and the requests of each, or, where instances share the requests evenly,
 * the versions and the share of the newest.
 */
public record ProbeAnswer(
        @JsonProperty("running") @Nullable List<Part> running,
        @JsonProperty("versions") @Nullable List<String> versions,
        @JsonProperty("share") int share) {

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

    private Optional<Report> report() {
        if (running != null) {
            return running.stream().allMatch(Part::isWhole)
                    ? Optional.of(new Report.Running(
                            running.stream().map(Part::presence).toList()))
                    : Optional.empty();
        }
        return versions == null || !isPercent(share)
                ? Optional.empty()
                : Optional.of(new Report.Running(Set.copyOf(versions), share));
    }

    private static boolean isPercent(int number) {
        return number >= 0 && number <= 100;
    }

    /** One version. */
    public record Part(
            @JsonProperty("version") @Nullable String version,
            @JsonProperty("instances") int instances,
            @JsonProperty("traffic") int traffic) {

        private boolean isWhole() {
            return version != null && isPercent(instances) && isPercent(traffic);
        }

        private Presence presence() {
            return new Presence(version == null ? "" : version, instances, traffic);
        }
    }
}
