package dev.slipway.environment;

import java.util.List;

/** All places that can be asked what runs there. */
@FunctionalInterface
interface Targets {

    List<Spot> all();
}
