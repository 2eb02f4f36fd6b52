package dev.slipway.identity;

/** Somebody who can sign in. */
public record Person(PersonId id, String name, String email) {}
