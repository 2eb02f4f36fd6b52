package dev.slipway.deployment.command;

/** How one run of a command ended. */
sealed interface Ending {

    record Exited(int code) implements Ending {}

    /** It took longer than it may, and was ended. */
    record TimedOut() implements Ending {}

    /** Somebody or something ended it from outside: what it did is not known. */
    record Killed() implements Ending {}

    /** It was never told to begin: nothing was done. */
    record Abandoned() implements Ending {}
}
