package dev.slipway.release;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A release as it is shown over HTTP. */
record ReleaseView(
        String id,
        String product,
        String version,
        String flow,
        String state,
        @Nullable String heldBecause,
        String requester,
        boolean planned,
        int planVersion,
        int candidate,
        Instant openedAt,
        @Nullable Instant endedAt,
        String outcome) {

    static ReleaseView of(Release release) {
        return new ReleaseView(
                release.id().value(),
                release.product().value(),
                release.version(),
                release.flow().value(),
                name(release.state()),
                release.heldBecause(),
                release.requester().toString(),
                release.planned(),
                release.planVersion(),
                release.candidate(),
                release.openedAt(),
                release.endedAt(),
                release.outcome());
    }

    /** The state as the steps of a flow name it: {@code rolled-back}. */
    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
