package dev.slipway.approval;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One voice that is asked for.
 *
 * @param number from 1, over the whole request; those that were open at the beginning come first
 * @param label names seats apart: {@code Security, 1 of 2}
 * @param mandatory whether its approval is needed; one that is not may object all the same
 * @param reserved the only person who may take it; null where anybody of the role may
 * @param escalateTo whose members may take it as well once the request is escalated; null for nobody
 * @param vote null while it is empty
 */
public record Seat(
        int number,
        GroupId role,
        String label,
        boolean mandatory,
        @Nullable PersonId reserved,
        @Nullable GroupId escalateTo,
        @Nullable Vote vote) {

    public boolean open() {
        return vote == null;
    }

    /** Who has voted; null while it is empty. */
    public @Nullable PersonId voter() {
        return vote == null ? null : vote.voter();
    }

    /** In whose stead; null while it is empty or where the voter spoke for themselves. */
    public @Nullable PersonId standsFor() {
        return vote == null ? null : vote.standsFor();
    }

    public @Nullable Decision decision() {
        return vote == null ? null : vote.decision();
    }

    public String comment() {
        return vote == null ? "" : vote.comment();
    }

    public @Nullable Instant at() {
        return vote == null ? null : vote.at();
    }

    /** Whether the vote was cast on an earlier request and still stands. */
    public boolean carried() {
        return vote != null && vote.carriedFrom() != null;
    }

    /** The groups whose members may take it: the role's, unless it is kept for somebody, and once it is escalated those who are called. */
    public List<GroupId> groups(boolean escalated) {
        var groups = new ArrayList<GroupId>();
        if (reserved == null) {
            groups.add(role);
        }
        if (escalated && escalateTo != null) {
            groups.add(escalateTo);
        }
        return groups;
    }

    Seat numbered(int place) {
        return new Seat(place, role, label, mandatory, reserved, escalateTo, vote);
    }

    Seat needed() {
        return new Seat(number, role, label, true, reserved, escalateTo, vote);
    }

    Seat optional() {
        return new Seat(number, role, label + " (may object)", false, reserved, escalateTo, vote);
    }

    Seat with(Vote said) {
        return new Seat(number, role, label, mandatory, reserved, escalateTo, said);
    }

    Seat reservedFor(PersonId person) {
        return new Seat(number, role, label, mandatory, person, escalateTo, vote);
    }
}
