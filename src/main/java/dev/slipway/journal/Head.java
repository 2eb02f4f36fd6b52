package dev.slipway.journal;

/** The newest entry of a chain. */
record Head(String chain, long number, String hash) {

    static Head none(String chain) {
        return new Head(chain, 0, Hash.NONE);
    }
}
