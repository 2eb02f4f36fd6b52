package dev.slipway.quality.analysis;

import java.util.Map;

/**
 * What one criterion came to at one look.
 *
 * @param words the finding with its reason, for people
 * @param figures every figure on the way to it, by name
 */
public record Judgement(String criterion, Finding finding, String words, Map<String, Double> figures) {}
