package dev.slipway.catalog;

/**
 * A place where products run.
 *
 * @param stage its place on the way to users, from 1
 * @param production whether users are there
 * @param prometheus the address of the Prometheus that measures what runs there; empty where the settings name it
 */
public record Environment(EnvironmentKey key, String name, int stage, boolean production, String prometheus) {

    /** An environment that is measured by the Prometheus of the settings. */
    public Environment(EnvironmentKey key, String name, int stage, boolean production) {
        this(key, name, stage, production, "");
    }
}
