package dev.slipway.policy;

import dev.slipway.identity.GroupId;

/**
 * How many people of one group have to approve.
 *
 * @param seats at least 1
 */
public record RoleRule(GroupId role, int seats) {

    /** No group, but the people whom the plan names: one seat for each, reserved for that person. */
    public static final GroupId STAKEHOLDERS = new GroupId("stakeholders");
}
