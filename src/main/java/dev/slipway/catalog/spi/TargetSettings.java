package dev.slipway.catalog.spi;

import dev.slipway.catalog.TargetDescription;
import java.util.List;
import java.util.Set;

/** Judges the settings of targets whose adapters it knows. */
public interface TargetSettings {

    boolean knows(String adapter);

    /** The adapters it knows, to be named where an unknown one is asked for. */
    default Set<String> adapters() {
        return Set.of();
    }

    /** Returns what is wrong with the target, one sentence each; empty where nothing is. */
    List<String> flaws(TargetDescription target);
}
