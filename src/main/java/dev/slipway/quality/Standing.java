package dev.slipway.quality;

import java.util.List;

/**
 * What is known now about the quality of the current candidate.
 *
 * @param evidence the newest of each name, by name
 * @param gates the last assessment of each gate, by name
 */
public record Standing(List<Evidence> evidence, List<Gate> gates) {}
