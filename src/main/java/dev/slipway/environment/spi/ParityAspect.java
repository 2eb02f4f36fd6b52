package dev.slipway.environment.spi;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import java.util.List;

/** One thing in which two environments may differ: configuration, flags. */
public interface ParityAspect {

    /** As people say it: {@code configuration}. */
    String name();

    /** In what the component differs between the two; empty where it does not. */
    List<Difference> differences(ComponentKey component, EnvironmentKey one, EnvironmentKey other);

    /**
     * One difference.
     *
     * @param what its name
     * @param one what it is in the one environment, as everybody may read it
     * @param other what it is in the other
     */
    record Difference(String what, String one, String other) {}
}
