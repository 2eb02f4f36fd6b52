package dev.slipway.catalog;

import java.util.Map;

/**
 * A place where products run.
 *
 * @param stage its place on the way to users, from 1
 * @param production whether users are there
 * @param labels what it is, in words that contexts ask for: {@code region} is {@code eu}
 * @param drift what is done about something running there that nobody has planned
 * @param prometheus the address of the Prometheus that measures what runs there; empty where the settings name it
 */
public record Environment(
        EnvironmentKey key,
        String name,
        int stage,
        boolean production,
        Map<String, String> labels,
        Drift drift,
        String prometheus) {

    /** An environment that is measured by the Prometheus of the settings. */
    public Environment(
            EnvironmentKey key, String name, int stage, boolean production, Map<String, String> labels, Drift drift) {
        this(key, name, stage, production, labels, drift, "");
    }

    /** An environment without labels, of which drift is told. */
    public Environment(EnvironmentKey key, String name, int stage, boolean production) {
        this(key, name, stage, production, Map.of(), Drift.TELL);
    }

    /** What is done about drift. */
    public enum Drift {
        /** It is told. */
        TELL,
        /** It is told, and a person is asked whether it is to be put right. */
        ASK,
        /** It is told, and put right. */
        REPAIR
    }
}
