package dev.slipway.release;

import dev.slipway.identity.PersonId;

/** What somebody wants to stand in a release's risk register. */
public record RiskDraft(
        String title,
        PersonId owner,
        Degree likelihood,
        Degree impact,
        String mitigation,
        RegisteredRisk.Standing standing,
        String reason) {}
