package dev.slipway.identity;

import java.util.List;
import java.util.Set;

/**
 * Who had a hand in the contents of a candidate.
 *
 * @param people those who are known here, and therefore cannot approve
 * @param strangers Git identities that match nobody; shown and flagged, never silently let pass
 */
public record Authors(Set<PersonId> people, List<GitIdentity> strangers) {

    public static final Authors NONE = new Authors(Set.of(), List.of());
}
