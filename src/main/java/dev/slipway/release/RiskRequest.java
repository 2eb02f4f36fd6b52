package dev.slipway.release;

import dev.slipway.identity.PersonId;
import dev.slipway.release.RegisteredRisk.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A risk as it comes over HTTP. */
record RiskRequest(
        @Schema(example = "The new tax rates may be wrong") @Nullable
        String title,

        @Schema(example = "ada") @Nullable String owner,
        @Schema(example = "medium") @Nullable String likelihood,
        @Schema(example = "high") @Nullable String impact,

        @Schema(example = "Compared with last year's invoices") @Nullable
        String mitigation,

        @Schema(example = "open") @Nullable String state,
        @Schema(example = "Found in the review") @Nullable String reason) {

    /** What is to stand in the register; where something cannot be read, a flaw is added. */
    RiskDraft draft(List<Flaw> flaws) {
        return new RiskDraft(
                text(title),
                new PersonId(text(owner)),
                word(Degree.class, "likelihood", text(likelihood), Degree.LOW, flaws),
                word(Degree.class, "impact", text(impact), Degree.LOW, flaws),
                text(mitigation),
                word(Standing.class, "state", text(state).isEmpty() ? "open" : text(state), Standing.OPEN, flaws),
                text(reason));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, String word, E otherwise, List<Flaw> flaws) {
        var known = type.getEnumConstants();
        var found = Arrays.stream(known)
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst();
        if (found.isEmpty()) {
            flaws.add(new Flaw(
                    field,
                    "Give one of "
                            + Arrays.stream(known)
                                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        return found.orElse(otherwise);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
