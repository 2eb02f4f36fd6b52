package dev.slipway.identity;

/** How asking for a service account ended. */
public sealed interface Registering {

    record Registered(ServiceAccount account) implements Registering {}

    /**
     * The request itself is wrong.
     *
     * @param reason what is wrong with the field, and how to cure it
     */
    record Refused(String field, String reason) implements Registering {}

    /** Whoever asked may not ask for this. */
    record Forbidden(String reason) implements Registering {}
}
