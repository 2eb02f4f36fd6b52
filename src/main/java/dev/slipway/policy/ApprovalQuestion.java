package dev.slipway.policy;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has to approve this? */
final class ApprovalQuestion {

    static final String TABLE = "approval-rules";

    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}) ?%");
    private static final String SEATS =
            "Let it answer seats with a whole number up to 99, a share such as 60 %, all or first; 0 where nobody has to"
                    + " approve.";
    private static final String DUE = "Let it answer due with an ISO 8601 duration such as PT4H or P2D.";
    private static final String ROLE = "Let it answer role with the id of a group of people.";
    private static final String MANDATORY = "Let it answer mandatory with true or false.";
    private static final String ESCALATE_AFTER =
            "Let it answer escalateAfter with an ISO 8601 duration such as PT4H, or nothing.";
    private static final String ESCALATE_TO = "Let it answer escalateTo with the id of a group of people, or nothing.";
    private static final String REMIND_EVERY =
            "Let it answer remindEvery with an ISO 8601 duration such as PT4H, or nothing.";

    private final People people;

    ApprovalQuestion(People people) {
        this.people = people;
    }

    /**
     * Rules add up: of rules that count a role's votes in the same way the most demanding holds, and every time is the shortest that any rule names. A
     * rule with no seats asks for nobody.
     */
    ApprovalRules read(Answer answer) {
        var asking = answer.rows().stream().filter(ApprovalQuestion::asks).toList();
        var there = there(asking);
        var roles = new TreeMap<GroupId, Map<Quorum.Kind, RoleRule>>();
        asking.stream()
                .map(row -> rule(row, there))
                .forEach(rule -> roles.computeIfAbsent(rule.role(), role -> new LinkedHashMap<>())
                        .merge(rule.quorum().kind(), rule, ApprovalQuestion::both));
        return new ApprovalRules(
                roles.values().stream()
                        .flatMap(rules -> rules.values().stream())
                        .toList(),
                shortest(asking.stream()
                                .map(row -> Optional.of(row.duration("due", DUE)))
                                .toList())
                        .orElse(Duration.ZERO),
                shortest(asking.stream()
                                .map(row -> duration(row, "escalateAfter", ESCALATE_AFTER))
                                .toList())
                        .orElse(null),
                shortest(asking.stream()
                                .map(row -> duration(row, "remindEvery", REMIND_EVERY))
                                .toList())
                        .orElse(null));
    }

    static Object words(ApprovalRules rules) {
        var seats = new TreeMap<String, Object>();
        rules.roles()
                .forEach(rule -> seats.merge(rule.role().value(), words(rule), (one, other) -> one + ", " + other));
        var words = new LinkedHashMap<String, Object>(Map.of("seats", seats, "due", rules.due()));
        put(words, "escalateAfter", rules.escalateAfter());
        put(words, "remindEvery", rules.remindEvery());
        return words;
    }

    private static void put(Map<String, Object> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value);
        }
    }

    private static Object words(RoleRule rule) {
        if (rule.mandatory() && rule.escalateTo() == null && rule.quorum().kind() == Quorum.Kind.COUNT) {
            return rule.quorum().amount();
        }
        return rule.quorum()
                + (rule.mandatory() ? "" : " (optional)")
                + (rule.escalateTo() == null ? "" : ", then " + rule.escalateTo());
    }

    private static boolean asks(Row row) {
        var quorum = quorum(row);
        return quorum.kind() != Quorum.Kind.COUNT || quorum.amount() > 0;
    }

    private Set<GroupId> there(List<Row> rows) {
        return people.existing(rows.stream()
                .flatMap(row -> Stream.of(row.text("role"), row.text("escalateTo")))
                .filter(name -> !name.isEmpty())
                .map(GroupId::new)
                .collect(Collectors.toSet()));
    }

    private static RoleRule rule(Row row, Set<GroupId> there) {
        var role = group(row, row.required("role", ROLE), ROLE, there);
        var escalateTo = row.text("escalateTo");
        return new RoleRule(
                role,
                quorum(row),
                mandatory(row),
                escalateTo.isEmpty() ? null : group(row, escalateTo, ESCALATE_TO, there));
    }

    private static Quorum quorum(Row row) {
        var text = row.required("seats", SEATS).toLowerCase(Locale.ROOT);
        var share = SHARE.matcher(text);
        if (share.matches()) {
            return Quorum.percent(Integer.parseInt(share.group(1)));
        }
        return switch (text) {
            case "all" -> Quorum.ALL;
            case "first" -> Quorum.FIRST;
            default -> Quorum.of(row.count("seats", SEATS));
        };
    }

    private static boolean mandatory(Row row) {
        return switch (row.text("mandatory").toLowerCase(Locale.ROOT)) {
            case "", "true" -> true;
            case "false" -> false;
            default ->
                throw row.fault(
                        PolicyFault.Code.NOT_YES_OR_NO, "answers mandatory = " + row.text("mandatory"), MANDATORY);
        };
    }

    private static RoleRule both(RoleRule one, RoleRule other) {
        var more = other.quorum().amount() > one.quorum().amount() ? other : one;
        return new RoleRule(
                one.role(),
                more.quorum(),
                one.mandatory() || other.mandatory(),
                one.escalateTo() == null ? other.escalateTo() : one.escalateTo());
    }

    private static Optional<Duration> duration(Row row, String name, String cure) {
        return row.text(name).isEmpty() ? Optional.empty() : Optional.of(row.duration(name, cure));
    }

    private static Optional<Duration> shortest(List<Optional<Duration>> durations) {
        return durations.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static GroupId group(Row row, String name, String cure, Set<GroupId> there) {
        var group = new GroupId(name);
        if (!group.equals(RoleRule.STAKEHOLDERS) && !there.contains(group)) {
            throw row.fault(PolicyFault.Code.UNKNOWN_GROUP, "asks for " + group + ", which is no group", cure);
        }
        return group;
    }
}
