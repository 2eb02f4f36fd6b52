/** Keeps one Deployment for each of two slots in a Kubernetes cluster, and shares out requests by the weights of a Gateway API route. */
@NullMarked
package dev.slipway.deployment.kubernetes;

import org.jspecify.annotations.NullMarked;
