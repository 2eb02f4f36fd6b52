package dev.slipway.journal;

/** Answers who is acting on this thread; implemented by the module that signs people in. */
@FunctionalInterface
public interface CurrentActor {

    Actor now();
}
