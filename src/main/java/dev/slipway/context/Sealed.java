package dev.slipway.context;

/**
 * An encrypted value.
 *
 * @param key the id of the key that opens it
 */
record Sealed(String key, byte[] content) {}
