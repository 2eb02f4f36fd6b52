package dev.slipway.release;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A release as the answer to its opening shows it.
 *
 * @param warnings what is foreseen to go wrong, such as an approval that nobody could give
 */
record OpenedView(@JsonUnwrapped ReleaseView release, List<String> warnings) {}
