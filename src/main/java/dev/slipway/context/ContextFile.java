package dev.slipway.context;

/**
 * A file that commands find in the folder {@code SLIPWAY_FILES}.
 *
 * @param path within that folder
 * @param content empty where it is a secret
 * @param secret the name of the secret that is its content; empty where it has none
 */
public record ContextFile(String path, String content, String secret, boolean executable) {}
