package dev.slipway.policy;

import dev.slipway.identity.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * How many people of one group have to approve.
 *
 * @param mandatory whether its missing votes keep a request from being approved; one that is not may object all the same
 * @param escalateTo whose members may take its open seats as well once the request is escalated; null for nobody else
 */
public record RoleRule(
        GroupId role,
        Quorum quorum,
        boolean mandatory,
        @Nullable GroupId escalateTo) {

    /** No group, but the people whom the plan names: one seat for each, reserved for that person. */
    public static final GroupId STAKEHOLDERS = new GroupId("stakeholders");

    /** So many people of a group, who have to. */
    public RoleRule(GroupId role, int people) {
        this(role, Quorum.of(people), true, null);
    }
}
