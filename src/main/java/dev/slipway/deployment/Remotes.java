package dev.slipway.deployment;

import dev.slipway.deployment.spi.Target;

/** Turns an adapter into one whose work agents do. */
@FunctionalInterface
interface Remotes {

    Target remote(Target adapter);
}
