package dev.slipway.web;

import dev.slipway.catalog.Component;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Flaw;
import dev.slipway.release.Plan;
import dev.slipway.release.Plan.ScopeItem;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The start form as a person filled it in: everything is text until it has been checked.
 *
 * @param key makes pressing the button twice one release
 * @param scope one item a line: {@code KEY title}, with {@code [x]} in front of what is done
 * @param zone the IANA zone that the dates are meant in
 */
record ReleaseForm(
        String product,
        String version,
        String from,
        String revision,
        Map<String, String> location,
        Map<String, String> digest,
        String objectives,
        String scope,
        String stakeholders,
        Map<String, String> targetDate,
        String sprintEnd,
        String zone,
        String incident,
        String downgrade,
        @Nullable Boolean supersede,
        @Nullable Boolean emergency,
        DeliveryForm delivery,
        String key) {

    ReleaseForm {
        product = text(product);
        version = text(version);
        from = text(from);
        revision = text(revision);
        location = Objects.requireNonNullElseGet(location, LinkedHashMap::new);
        digest = Objects.requireNonNullElseGet(digest, LinkedHashMap::new);
        objectives = text(objectives);
        scope = text(scope);
        stakeholders = text(stakeholders);
        targetDate = Objects.requireNonNullElseGet(targetDate, LinkedHashMap::new);
        sprintEnd = text(sprintEnd);
        zone = text(zone).isEmpty() ? "UTC" : zone;
        incident = text(incident);
        downgrade = text(downgrade);
        delivery = Objects.requireNonNullElse(delivery, DeliveryForm.EMPTY);
        key = text(key);
    }

    /** A form that is empty but for what decides who will be asked. */
    static ReleaseForm begun(
            String product, String from, String revision, String stakeholders, String incident, String strategy) {
        return new ReleaseForm(
                product,
                "",
                from,
                revision,
                Map.of(),
                Map.of(),
                "",
                "",
                stakeholders,
                Map.of(),
                "",
                "",
                incident,
                "",
                false,
                false,
                new DeliveryForm(strategy, "", "", "", "", "", ""),
                UUID.randomUUID().toString());
    }

    /** What cannot even be read; the rest is checked where the release is opened. */
    List<Flaw> flaws(Product product) {
        var flaws = new ArrayList<Flaw>();
        for (var component : product.components()) {
            var name = component.key().name();
            if (!text(digest.get(name)).matches("[0-9a-fA-F]{64}")) {
                flaws.add(new Flaw("digest[" + name + "]", "Give the artifact's SHA-256 as 64 hexadecimal digits."));
            }
            if (!readable(location.get(name))) {
                flaws.add(new Flaw("location[" + name + "]", "Give a file: or http(s): address of the artifact."));
            }
        }
        targetDate.forEach((environment, date) -> {
            if (!date.isBlank() && instant(date) == null) {
                flaws.add(new Flaw("targetDate[" + environment + "]", "Give a date and a time."));
            }
        });
        if (!sprintEnd.isBlank() && instant(sprintEnd) == null) {
            flaws.add(new Flaw("sprintEnd", "Give a date and a time."));
        }
        delivery.delivery(flaws);
        return flaws;
    }

    /** The plan this asks for; only after {@link #flaws} found nothing. */
    Plan plan(Product product) {
        var dates = new LinkedHashMap<EnvironmentKey, Instant>();
        targetDate.forEach((environment, date) -> {
            var instant = instant(date);
            if (instant != null) {
                dates.put(new EnvironmentKey(environment), instant);
            }
        });
        return Plan.of(product.key(), version)
                .contents(from, revision)
                .artifacts(product.components().stream().map(this::artifact).toList())
                .objectives(objectives)
                .scope(scope.lines()
                        .filter(line -> !line.isBlank())
                        .map(ReleaseForm::item)
                        .toList())
                .targetDates(dates)
                .stakeholders(signatories())
                .sprintEnd(instant(sprintEnd))
                .incident(incident)
                .downgrade(downgrade)
                .supersede(Boolean.TRUE.equals(supersede))
                .emergency(Boolean.TRUE.equals(emergency))
                .delivery(delivery.delivery(new ArrayList<>()))
                .build();
    }

    /** The stakeholders whom the form names. */
    List<PersonId> signatories() {
        return Arrays.stream(stakeholders.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .map(PersonId::new)
                .toList();
    }

    private Artifact artifact(Component component) {
        var name = component.key().name();
        return new Artifact(
                component.key(),
                URI.create(text(location.get(name))),
                new Digest(text(digest.get(name)).toLowerCase(java.util.Locale.ROOT)));
    }

    private static ScopeItem item(String line) {
        var text = line.strip();
        var done = text.startsWith("[x]");
        var rest = text.replaceFirst("^\\[[x ]?]\\s*", "");
        var space = rest.indexOf(' ');
        return space < 0
                ? new ScopeItem(rest, rest, done)
                : new ScopeItem(
                        rest.substring(0, space), rest.substring(space + 1).strip(), done);
    }

    private @Nullable Instant instant(String local) {
        if (local.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static boolean readable(@Nullable String location) {
        try {
            return URI.create(text(location)).getScheme() != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
