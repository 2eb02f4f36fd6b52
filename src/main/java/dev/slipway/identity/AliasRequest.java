package dev.slipway.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose commits are signed with an address, as said over REST. */
record AliasRequest(
        @Schema(description = "The address in the commits") @Nullable
        String email,

        @Schema(description = "The user id of the person") @Nullable
        String person) {

    String address() {
        return Objects.requireNonNullElse(email, "").trim();
    }

    PersonId id() {
        return new PersonId(Objects.requireNonNullElse(person, ""));
    }
}
