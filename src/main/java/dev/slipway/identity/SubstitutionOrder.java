package dev.slipway.identity;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A substitute as somebody asks for one.
 *
 * @param absent who is away
 * @param reason needed where somebody else asks
 */
public record SubstitutionOrder(
        PersonId absent, PersonId substitute, Instant from, Instant until, ZoneId zone, String reason) {}
