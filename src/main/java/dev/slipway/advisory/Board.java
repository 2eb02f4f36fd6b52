package dev.slipway.advisory;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;

/**
 * A change advisory board.
 *
 * @param group whose members sit on it, and are asked by requests for approval
 * @param chair who leads its meetings and keeps the minutes
 * @param quorum how many members make a meeting count; how many votes a release needs is up to the policy
 */
public record Board(String key, String name, GroupId group, PersonId chair, Quorum quorum) {}
