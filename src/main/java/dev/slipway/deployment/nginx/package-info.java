/** Leads users to one of two slots, or to both, by the weights of an nginx upstream; what is in a slot another adapter puts there. */
@NullMarked
package dev.slipway.deployment.nginx;

import org.jspecify.annotations.NullMarked;
