/** Judges a version by how it does in use: asks Prometheus, compares, keeps what was measured, and listens to alerts. */
@NamedInterface("analysis")
@NullMarked
package dev.slipway.quality.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
