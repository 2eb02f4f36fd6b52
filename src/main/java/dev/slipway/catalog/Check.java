package dev.slipway.catalog;

import java.time.Duration;
import java.util.List;

/**
 * An automated check of a candidate: a command that leaves evidence behind.
 *
 * @param name such as {@code unit-tests}
 * @param command program and arguments, run without a shell in the check's own working folder
 * @param evidence where the command writes its JUnit XML, relative to the working folder
 */
public record Check(String name, List<String> command, String evidence, Duration timeout) {}
