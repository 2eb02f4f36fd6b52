package dev.slipway.policy;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Who has to approve this? */
final class ApprovalQuestion {

    static final String TABLE = "approval-rules";

    private static final String SEATS =
            "Let it answer seats with a whole number up to 99; 0 where nobody has to approve.";
    private static final String DUE = "Let it answer due with an ISO 8601 duration such as PT4H or P2D.";
    private static final String ROLE = "Let it answer role with the id of a group of people.";

    private final People people;

    ApprovalQuestion(People people) {
        this.people = people;
    }

    /** Rules add up: each role with the most seats that any rule asks for, within the shortest time. A rule with no seats asks for nobody. */
    ApprovalRules read(Answer answer) {
        var asking = answer.rows().stream()
                .filter(row -> row.count("seats", SEATS) > 0)
                .toList();
        var seats = new TreeMap<GroupId, Integer>();
        asking.forEach(row -> seats.merge(role(row), row.count("seats", SEATS), Math::max));
        var due = asking.stream()
                .map(row -> row.duration("due", DUE))
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        var roles = seats.entrySet().stream()
                .map(entry -> new RoleRule(entry.getKey(), entry.getValue()))
                .toList();
        return new ApprovalRules(roles, due);
    }

    static Object words(ApprovalRules rules) {
        var seats = new TreeMap<String, Integer>();
        rules.roles().forEach(rule -> seats.put(rule.role().value(), rule.seats()));
        return Map.of("seats", seats, "due", rules.due());
    }

    private GroupId role(Row row) {
        var role = new GroupId(row.required("role", ROLE));
        if (!role.equals(RoleRule.STAKEHOLDERS) && !people.exists(role)) {
            throw row.fault(PolicyFault.Code.UNKNOWN_GROUP, "asks for " + role + ", which is no group", ROLE);
        }
        return role;
    }
}
