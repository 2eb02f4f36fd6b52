package dev.slipway.policy;

import dev.slipway.policy.spi.DecisionTables.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a table answered as the question would that it belongs to, to tell what it does to a release. */
final class Judging {

    private static final Map<String, List<Fact>> WEIGHED = Map.of(
            StartQuestion.TABLE,
            List.of(Fact.FLOW, Fact.PLANNED),
            GateQuestion.TABLE,
            List.of(Fact.TESTS_RUN, Fact.TESTS_FAILED, Fact.TESTS_BROKEN, Fact.EVIDENCE));

    private final ApprovalQuestion approvals;

    Judging(ApprovalQuestion approvals) {
        this.approvals = approvals;
    }

    /** An answer that cannot be read stops a release, as it does in earnest. */
    Verdict of(String table, Map<String, Object> facts, List<Map<String, Object>> outputs) {
        try {
            var decision = new Decision("", List.of(), outputs);
            return table.equals(RouteQuestion.TABLE)
                    ? routes(Answer.lenient(table, decision))
                    : verdict(Answer.of(table, decision, facts), facts);
        } catch (PolicyFault fault) {
            return Verdict.fault(brief(fault));
        }
    }

    /** Those of the facts on which it depends what an answer of the table comes to. */
    static Map<String, Object> weighs(String table, Map<String, Object> facts) {
        var weighed = new HashMap<String, Object>();
        for (var fact : WEIGHED.getOrDefault(table, List.of())) {
            weighed.put(fact.key(), facts.get(fact.key()));
        }
        return weighed;
    }

    private Verdict verdict(Answer answer, Map<String, Object> facts) {
        return switch (answer.table()) {
            case StartQuestion.TABLE -> start(answer, facts);
            case RiskQuestion.TABLE -> risk(RiskQuestion.read(answer));
            case ApprovalQuestion.TABLE -> approval(approvals.read(answer));
            case GateQuestion.TABLE -> gate(answer, facts);
            case StrategyQuestion.TABLE -> {
                var strategy = StrategyQuestion.read(answer);
                yield new Verdict(false, strategy, strategy.word());
            }
            case ChangeQuestion.TABLE -> {
                var type = ChangeQuestion.read(answer);
                yield new Verdict(false, type, type);
            }
            default -> {
                var rows = answer.rows().stream().map(Row::outputs).toList();
                yield new Verdict(false, rows, rows.toString());
            }
        };
    }

    /** Telling people stops nothing. */
    private static Verdict routes(Answer answer) {
        var routes = RouteQuestion.read(answer);
        return new Verdict(
                false, routes, routes.isEmpty() ? "nobody is told" : String.valueOf(RouteQuestion.words(routes)));
    }

    private static Verdict start(Answer answer, Map<String, Object> facts) {
        var evaluation = new Evaluation("", answer.table(), "", Instant.EPOCH, facts, List.of(), List.of());
        var start = StartQuestion.read(answer, evaluation);
        var allowed = start.allows(
                String.valueOf(facts.get(Fact.FLOW.key())), Boolean.TRUE.equals(facts.get(Fact.PLANNED.key())));
        var words = new ArrayList<String>(List.of(allowed ? "may start" : "may not start"));
        words.addAll(start.flows());
        words.addAll(start.kinds());
        return new Verdict(!allowed, List.of(start.flows(), start.kinds()), String.join(", ", words));
    }

    /** The shipped rules of approval let a high risk pass nowhere without people. */
    private static Verdict risk(Risk risk) {
        return new Verdict(risk == Risk.HIGH, risk, String.valueOf(RiskQuestion.words(risk)));
    }

    private static Verdict approval(ApprovalRules rules) {
        return new Verdict(
                !rules.roles().isEmpty(),
                rules,
                rules.roles().isEmpty() ? "nobody has to approve" : String.valueOf(ApprovalQuestion.words(rules)));
    }

    /** Criteria of which the facts of that time do not tell are taken for met, before as now. */
    private static Verdict gate(Answer answer, Map<String, Object> facts) {
        var rules = GateQuestion.read(answer);
        var unmet = rules.stream()
                .filter(rule -> !GateFacts.met(rule, facts).orElse(true))
                .toList();
        var words = String.valueOf(GateQuestion.words(rules));
        return unmet.isEmpty()
                ? new Verdict(false, List.copyOf(rules), words)
                : new Verdict(true, List.copyOf(rules), words + ", not met: " + GateQuestion.words(unmet));
    }

    private static String brief(PolicyFault fault) {
        var message = String.valueOf(fault.getMessage());
        return "stops: " + (message.length() > 300 ? message.substring(0, 300) + "…" : message);
    }
}
