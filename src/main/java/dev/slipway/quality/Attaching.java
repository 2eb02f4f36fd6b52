package dev.slipway.quality;

/** How attaching evidence ended. */
public sealed interface Attaching {

    record Attached(Evidence evidence) implements Attaching {}

    record Refused(String field, String reason) implements Attaching {}
}
