package dev.slipway.release.spi;

import dev.slipway.release.ReleaseId;
import java.util.List;

/** What can be said of a release that has just been opened and will go wrong later. */
public interface Foresight {

    /** In words; empty where nothing is foreseen. */
    List<String> warnings(ReleaseId release);
}
