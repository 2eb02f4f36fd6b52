package dev.slipway.release;

import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;

/** Says that the actor lacks a right. */
final class Forbidden {

    private Forbidden() {}

    static Flaw flaw(Actor actor, String act, ProductKey product) {
        return new Flaw(
                Flaw.ACTOR,
                actor.id() + " may not " + act + " " + product
                        + ". Somebody who administers rights can grant it to one of their groups.");
    }
}
