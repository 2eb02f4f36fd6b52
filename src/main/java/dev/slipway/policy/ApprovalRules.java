package dev.slipway.policy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has to approve, and within what time.
 *
 * @param roles empty where nobody needs to; a role stands in it more than once where its rules count in different ways
 * @param escalateAfter when open seats are called out to others; null where the rules do not say
 * @param remindEvery how often those who have not voted are reminded; null where the rules do not say
 */
public record ApprovalRules(
        List<RoleRule> roles,
        Duration due,
        @Nullable Duration escalateAfter,
        @Nullable Duration remindEvery) {

    public ApprovalRules(List<RoleRule> roles, Duration due) {
        this(roles, due, null, null);
    }
}
