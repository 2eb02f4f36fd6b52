package dev.slipway.flag;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.journal.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A switch in a product's code that decides who sees a feature.
 *
 * @param endsOn the last day on which it should still be there; null where nobody has said
 * @param overdueSince when it was first seen to have outlived its last day; null while it has not
 * @param exposures those environments in which somebody has set it; it is off in all others
 */
public record Flag(
        FlagKey key,
        String description,
        @Nullable LocalDate endsOn,
        Actor madeBy,
        Instant madeAt,
        @Nullable Instant overdueSince,
        List<Exposure> exposures) {

    public Optional<Exposure> in(EnvironmentKey environment) {
        return exposures.stream()
                .filter(exposure -> exposure.environment().equals(environment))
                .findFirst();
    }

    boolean hasOutlived(LocalDate today) {
        return endsOn != null && today.isAfter(endsOn);
    }
}
