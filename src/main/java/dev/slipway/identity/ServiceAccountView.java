package dev.slipway.identity;

import java.time.Instant;

/** A service account as it is shown over REST. */
record ServiceAccountView(String name, String owner, boolean enabled, Instant createdAt, String createdBy) {

    static ServiceAccountView of(ServiceAccount account) {
        return new ServiceAccountView(
                account.name(),
                account.owner().value(),
                account.enabled(),
                account.createdAt(),
                account.createdBy().toString());
    }
}
