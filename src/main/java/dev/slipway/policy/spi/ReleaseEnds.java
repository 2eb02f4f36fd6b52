package dev.slipway.policy.spi;

import java.util.Collection;
import java.util.Map;

/** Knows how releases ended, about which tables decided. */
public interface ReleaseEnds {

    /** How each release that there is stands: pending, rolled-back, rejected and so on. */
    Map<String, String> of(Collection<String> releases);
}
