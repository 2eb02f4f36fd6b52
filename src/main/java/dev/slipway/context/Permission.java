package dev.slipway.context;

/** Whether whoever is acting now may change contexts and secrets. */
@FunctionalInterface
interface Permission {

    Flaw REFUSAL = new Flaw(
            Flaw.ACTOR,
            "You may not change contexts and secrets. Ask an administrator for the right to change the catalogue.");

    boolean given();
}
