package dev.slipway.flag;

import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import java.time.Instant;
import java.util.List;

/** A named circle of a product's users: whoever meets any of the conditions. */
public record Audience(
        ProductKey product, String name, String description, List<Condition> conditions, Actor by, Instant since) {}
