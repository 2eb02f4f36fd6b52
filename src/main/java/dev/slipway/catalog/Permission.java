package dev.slipway.catalog;

/** Whether whoever is acting now may change the catalogue. */
@FunctionalInterface
interface Permission {

    boolean given();
}
