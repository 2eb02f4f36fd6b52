package dev.slipway.policy.spi;

import java.util.Collection;
import java.util.Map;

/** Knows how releases ended, about which tables decided. */
public interface ReleaseEnds {

    /** Of each release that there is: {@code pending}, {@code released}, {@code rolled-back}, {@code rejected} and so on. */
    Map<String, String> of(Collection<String> releases);
}
