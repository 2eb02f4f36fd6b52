package dev.slipway.flow.step;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that may keep a release from being deployed now. Whatever knows such a thing is a bean of this type. */
public interface Obstacle {

    /** What stands before the release on its way into the environment; empty where nothing does. */
    Optional<Obstruction> before(ReleaseId release, EnvironmentKey environment);

    /**
     * Why the release has to wait.
     *
     * @param until when it is over by itself; null where somebody has to do something
     */
    record Obstruction(String reason, @Nullable Instant until) {}
}
