package dev.slipway.catalog;

/** A YAML file as it came: its name for messages, and its text. */
public record SourceDocument(String name, String text) {}
