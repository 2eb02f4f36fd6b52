package dev.slipway.quality;

/**
 * One line of a gate.
 *
 * @param measured what was found; empty where nothing was
 * @param required the comparison and threshold in words: {@code = 0}
 */
public record Criterion(String name, String measured, String required, Verdict verdict) {}
