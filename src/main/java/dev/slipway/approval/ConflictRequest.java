package dev.slipway.approval;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.PersonId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A conflict as it is entered over HTTP. */
public record ConflictRequest(
        @Schema(description = "Who must not decide") @Nullable
        String person,

        @Schema(description = "With whom, and about whose changes; empty where person must not decide at all") @Nullable
        String other,

        @Schema(description = "The only product where that holds; empty for all") @Nullable
        String product,

        @Nullable String reason) {

    @JsonIgnore
    PersonId who() {
        return new PersonId(text(person));
    }

    @JsonIgnore
    @Nullable
    PersonId against() {
        return text(other).isEmpty() ? null : new PersonId(text(other));
    }

    @JsonIgnore
    @Nullable
    ProductKey where() {
        return text(product).isEmpty() ? null : new ProductKey(text(product));
    }

    @JsonIgnore
    String why() {
        return text(reason);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    /** What is wrong with one field, and how to cure it. */
    public record Flaw(String field, String reason) {}
}
