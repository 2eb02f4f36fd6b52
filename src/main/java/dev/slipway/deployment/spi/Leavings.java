package dev.slipway.deployment.spi;

/** What commands leave behind on this machine, with everything they have said. */
public interface Leavings {

    /** Removes what a visit has left: how it ended is known where it has to be, and nobody asks any more. */
    void clear(String visit);

    /** Removes what is too old for anybody to ask for. */
    void sweep();
}
