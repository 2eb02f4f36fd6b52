package dev.slipway.calendar;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.PersonId;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.Set;

/**
 * A pending release that is to be somewhere by a date.
 *
 * @param hotfix whether the release answers to an incident, and so passes where hotfixes do
 * @param people who is needed for it: the requester and the stakeholders
 */
public record Planned(
        ReleaseId release,
        ProductKey product,
        EnvironmentKey environment,
        Instant at,
        boolean hotfix,
        Set<PersonId> people) {}
