package dev.slipway.catalog;

import java.util.List;

/** How applying documents to the catalogue ended. */
public sealed interface Applying {

    /** All of it holds now. */
    record Applied(List<String> changes) implements Applying {}

    /** Nothing was changed. */
    record Refused(List<Problem> problems) implements Applying {}

    /** One thing that is wrong, and where; lines count from 1. */
    record Problem(String file, int line, String reason) {}
}
