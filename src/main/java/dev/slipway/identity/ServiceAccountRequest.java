package dev.slipway.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A service account as it is asked for over REST. */
record ServiceAccountRequest(
        @Schema(description = "Such as shop-ci") @Nullable String name,

        @Schema(description = "The group that answers for it") @Nullable
        String owner) {

    String nameOrNone() {
        return Objects.requireNonNullElse(name, "");
    }

    GroupId group() {
        return new GroupId(Objects.requireNonNullElse(owner, ""));
    }
}
