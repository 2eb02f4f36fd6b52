package dev.slipway.content;

import dev.slipway.catalog.ComponentKey;
import java.net.URI;

/** What is deployed of one component: where it lies ({@code file:} or {@code http(s):}) and what it must be. */
public record Artifact(ComponentKey component, URI location, Digest digest) {}
