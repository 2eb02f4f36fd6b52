package dev.slipway.catalog;

/**
 * A place where products run.
 *
 * @param stage its place on the way to users, from 1
 * @param production whether users are there
 */
public record Environment(EnvironmentKey key, String name, int stage, boolean production) {}
