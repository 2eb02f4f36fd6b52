package dev.slipway.flow.work;

import dev.slipway.deployment.Moving;

/** What a log says of a move that was made. */
final class Moved {

    private Moved() {}

    static String words(Moving moving) {
        var move = ((Moving.Moved) moving).move();
        return move.reason().isEmpty() ? "done" : move.reason();
    }
}
