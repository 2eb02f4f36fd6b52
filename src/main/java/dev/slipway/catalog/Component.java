package dev.slipway.catalog;

/** A deployable part of a product. */
public record Component(ComponentKey key, String description) {}
