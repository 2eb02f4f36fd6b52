package dev.slipway.web;

import dev.slipway.catalog.Product;
import dev.slipway.release.Flaw;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of the start form, and where that field is on the page.
 *
 * @param element the id of the field; empty where the flaw belongs to none
 * @param label how the page names the field
 */
record FormFlaw(String element, String label, String reason) {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("product", "Product"),
            Map.entry("version", "Version"),
            Map.entry("revision", "Git revision"),
            Map.entry("from", "Contents since"),
            Map.entry("objectives", "Objectives"),
            Map.entry("scope", "Scope"),
            Map.entry("stakeholders", "Stakeholders"),
            Map.entry("sprintEnd", "Sprint ends"),
            Map.entry("delivery-strategy", "Strategy"),
            Map.entry("delivery-stages", "Stages"),
            Map.entry("delivery-keepOld", "Keep the old version for"),
            Map.entry("delivery-maxUnavailable", "Instances out at once"),
            Map.entry("delivery-acceptance", "Acceptance criteria"),
            Map.entry("incident", "Answers to incident"),
            Map.entry("downgrade", "Reason for a downgrade"));
    private static final Pattern ARTIFACT = Pattern.compile("artifacts\\[(\\d+)]\\.(\\w+)");
    private static final Pattern NAMED = Pattern.compile("(location|digest|targetDates?)[\\[.]([^]]+)]?");

    static List<FormFlaw> of(List<Flaw> flaws, @Nullable Product product) {
        return flaws.stream().map(flaw -> of(flaw, product)).toList();
    }

    private static FormFlaw of(Flaw flaw, @Nullable Product product) {
        var field = flaw.field();
        var artifact = ARTIFACT.matcher(field);
        if (artifact.matches() && product != null) {
            var component = product.components().get(Integer.parseInt(artifact.group(1)));
            return named(artifact.group(2), component.key().name(), flaw.reason());
        }
        var named = NAMED.matcher(field);
        if (named.matches()) {
            return named(named.group(1), named.group(2), flaw.reason());
        }
        var whole = field.replaceFirst("^delivery\\.", "delivery-").replaceFirst("[\\[.].*", "");
        var label = LABELS.get(whole);
        return label == null ? new FormFlaw("", "", flaw.reason()) : new FormFlaw(whole, label, flaw.reason());
    }

    private static FormFlaw named(String field, String name, String reason) {
        return switch (field) {
            case "digest" -> new FormFlaw("digest-" + name, "SHA-256 of " + name, reason);
            case "targetDate", "targetDates" -> new FormFlaw("date-" + name, "In " + name + " by", reason);
            default -> new FormFlaw("location-" + name, "Artifact of " + name, reason);
        };
    }
}
