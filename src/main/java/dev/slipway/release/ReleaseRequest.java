package dev.slipway.release;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Plan.ScopeItem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plan as it comes over HTTP; what is absent is empty. */
record ReleaseRequest(
        @Schema(example = "payments") @Nullable String product,
        @Schema(example = "2.1.0") @Nullable String version,
        @Nullable String from,
        @Schema(example = "v2.1.0") @Nullable String revision,
        @Nullable List<@Nullable ArtifactRequest> artifacts,
        @Nullable String objectives,
        @Nullable List<@Nullable ScopeRequest> scope,
        @Nullable Map<String, Instant> targetDates,
        @Nullable List<@Nullable String> stakeholders,
        @Nullable Instant sprintEnd,
        @Nullable String incident,
        @Nullable String downgrade,
        boolean supersede,
        boolean emergency,
        @Nullable DeliveryRequest delivery,
        @Nullable TriggerRequest trigger) {

    /** What asks for the release, for the policy start-release. */
    Trigger asking() {
        return trigger == null ? Trigger.MANUAL : new Trigger(text(trigger.event()), text(trigger.branch()));
    }

    /** The plan this asks for; what cannot even be read as one is left out and added to the flaws. */
    Plan plan(List<Flaw> flaws) {
        return Plan.of(new ProductKey(text(product)), text(version))
                .contents(text(from), text(revision))
                .artifacts(artifacts(flaws))
                .objectives(text(objectives))
                .scope(scope(scope))
                .targetDates(dates(targetDates))
                .stakeholders(people(stakeholders))
                .sprintEnd(sprintEnd)
                .incident(text(incident))
                .downgrade(text(downgrade))
                .supersede(supersede)
                .emergency(emergency)
                .delivery(delivery == null ? Delivery.BY_POLICY : delivery.delivery(flaws))
                .build();
    }

    static List<ScopeItem> scope(@Nullable List<@Nullable ScopeRequest> items) {
        return list(items).stream()
                .map(item -> item == null
                        ? new ScopeItem("", "", false)
                        : new ScopeItem(text(item.key()), text(item.title()), item.done()))
                .toList();
    }

    static Map<EnvironmentKey, Instant> dates(@Nullable Map<String, Instant> dates) {
        var byEnvironment = new LinkedHashMap<EnvironmentKey, Instant>();
        if (dates != null) {
            dates.forEach((environment, date) -> {
                if (date != null) {
                    byEnvironment.put(new EnvironmentKey(environment), date);
                }
            });
        }
        return byEnvironment;
    }

    static List<PersonId> people(@Nullable List<@Nullable String> ids) {
        return list(ids).stream().map(id -> new PersonId(text(id))).toList();
    }

    private List<Artifact> artifacts(List<Flaw> flaws) {
        var readable = new ArrayList<Artifact>();
        var asked = list(artifacts);
        for (var index = 0; index < asked.size(); index++) {
            var artifact = Objects.requireNonNullElse(asked.get(index), new ArtifactRequest(null, null, null))
                    .artifact(text(product), "artifacts[" + index + "].", flaws);
            if (artifact != null) {
                readable.add(artifact);
            }
        }
        return readable;
    }

    private static <T extends @Nullable Object> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** One artifact; the component may be named without its product. */
    record ArtifactRequest(
            @Schema(example = "service") @Nullable String component,

            @Schema(example = "https://builds.example.org/payments-2.1.0.jar") @Nullable
            String location,

            @Schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") @Nullable
            String digest) {

        private @Nullable Artifact artifact(String product, String field, List<Flaw> flaws) {
            var before = flaws.size();
            var name = text(component);
            if (name.isEmpty()) {
                flaws.add(new Flaw(field + "component", "Name the component that this is an artifact of."));
            }
            var uri = uri(text(location), field, flaws);
            var hex = text(digest).toLowerCase(Locale.ROOT).replaceFirst("^sha256:", "");
            if (!hex.matches("[0-9a-f]{64}")) {
                flaws.add(new Flaw(field + "digest", "Give the artifact's SHA-256 as 64 hexadecimal digits."));
            }
            if (uri == null || flaws.size() > before) {
                return null;
            }
            var key =
                    name.indexOf('/') < 0 ? new ComponentKey(new ProductKey(product), name) : ComponentKey.parse(name);
            return new Artifact(key, uri, new Digest(hex));
        }

        private static @Nullable URI uri(String location, String field, List<Flaw> flaws) {
            try {
                var uri = new URI(location);
                if (uri.isAbsolute()) {
                    return uri;
                }
            } catch (URISyntaxException malformed) {
                flaws.add(new Flaw(
                        field + "location",
                        "This is no address: " + malformed.getReason()
                                + ". Give one that starts with file:, http: or https:."));
                return null;
            }
            flaws.add(new Flaw(field + "location", "Give an address that starts with file:, http: or https:."));
            return null;
        }
    }

    /** What asks for the release. */
    record TriggerRequest(
            @Schema(example = "push") @Nullable String event,
            @Schema(example = "main") @Nullable String branch) {}

    /** One thing that is meant to go in. */
    record ScopeRequest(@Nullable String key, @Nullable String title, boolean done) {}
}
