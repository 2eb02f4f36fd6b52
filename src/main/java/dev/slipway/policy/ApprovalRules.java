package dev.slipway.policy;

import java.time.Duration;
import java.util.List;

/**
 * Who has to approve, and within what time.
 *
 * @param roles empty where nobody needs to
 */
public record ApprovalRules(List<RoleRule> roles, Duration due) {}
