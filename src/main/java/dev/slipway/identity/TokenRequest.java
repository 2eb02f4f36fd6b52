package dev.slipway.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token as it is asked for over REST. */
record TokenRequest(
        @Schema(description = "What it is for") @Nullable String name,

        @Schema(description = "What it may be used for: read, engine, or acts such as open-release") @Nullable
        Set<String> scopes,

        @Schema(description = "Keys of the only products it reaches; none for all") @Nullable
        Set<String> products,

        @Schema(description = "Until when it is valid, a year from now at most") @Nullable
        Instant expiresAt) {

    TokenOrder order() {
        return new TokenOrder(
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(scopes, Set.of()),
                Objects.requireNonNullElse(products, Set.of()),
                Objects.requireNonNullElse(expiresAt, Instant.EPOCH));
    }
}
