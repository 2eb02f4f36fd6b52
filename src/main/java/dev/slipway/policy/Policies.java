package dev.slipway.policy;

import dev.slipway.identity.People;
import dev.slipway.policy.spi.DecisionTables;
import dev.slipway.policy.spi.DecisionTables.Decision;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the decision tables of a release's own model set; every answer is kept with its facts, matched rules and table version. */
@Service
public class Policies {

    private final DecisionTables tables;
    private final ApprovalQuestion approvals;
    private final EvaluationRows evaluations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Policies(
            DecisionTables tables,
            People people,
            EvaluationRows evaluations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.approvals = new ApprovalQuestion(people);
        this.evaluations = evaluations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Table {@code assess-risk}: facts to {@code risk}. Several matching rules: the highest counts.
     *
     * @throws PolicyFault where no rule matches, or one answers something else
     */
    @Transactional
    public Risk risk(String release, Map<String, Object> facts) {
        return ask(release, RiskQuestion.TABLE, facts, RiskQuestion::read, RiskQuestion::words);
    }

    /**
     * Table {@code approval-rules}: facts with {@code purpose}, {@code flow}, {@code risk}, ... to a row per role. Nobody has to approve only where a
     * rule says so with no seats.
     *
     * @throws PolicyFault where no rule matches, or one answers something else
     */
    @Transactional
    public ApprovalRules approvals(String release, Map<String, Object> facts) {
        return ask(release, ApprovalQuestion.TABLE, facts, approvals::read, ApprovalQuestion::words);
    }

    /**
     * What {@code approval-rules} would say to one set of facts or another. It decides nothing, so it is kept nowhere. The function throws a
     * {@link PolicyFault} where no rule matches, or one answers something else.
     */
    public Function<Map<String, Object>, ApprovalRules> foreseenApprovals(String release) {
        var table = tables.table(release, ApprovalQuestion.TABLE);
        return facts -> approvals.read(Answer.of(ApprovalQuestion.TABLE, table.apply(facts), facts));
    }

    /**
     * Table {@code quality-gate}: facts with {@code gate} and {@code flow} to a row per criterion.
     *
     * @throws PolicyFault where no rule matches, or one answers something else
     */
    @Transactional
    public List<CriterionRule> gate(String release, Map<String, Object> facts) {
        return ask(release, GateQuestion.TABLE, facts, GateQuestion::read, GateQuestion::words);
    }

    /**
     * Table {@code change-type}: facts with {@code emergency} (whether the plan asks for one) to {@code standard}, {@code normal} or {@code emergency}.
     * Several matching rules: the last of these counts.
     *
     * @throws PolicyFault where no rule matches, or one answers something else
     */
    @Transactional
    public String changeType(String release, Map<String, Object> facts) {
        return ask(release, ChangeQuestion.TABLE, facts, ChangeQuestion::read, type -> type);
    }

    /**
     * Table {@code choose-strategy}: facts to {@code strategy}. Several matching rules: the most careful one counts.
     *
     * @throws PolicyFault where no rule matches, or one answers something else
     */
    @Transactional
    public Strategy strategy(String release, Map<String, Object> facts) {
        return ask(release, StrategyQuestion.TABLE, facts, StrategyQuestion::read, Strategy::word);
    }

    /** What {@code choose-strategy} said last about a release; empty before it was asked. */
    public Optional<Strategy> chosenStrategy(String release) {
        return newest(release, StrategyQuestion.TABLE)
                .map(kept -> StrategyQuestion.read(Answer.of(
                        kept.table(), new Decision(kept.version(), kept.rules(), kept.outputs()), kept.facts())));
    }

    /** Table {@code route-notification}: facts with {@code event} to a row for each that is to be told. No rule means that nobody is. */
    @Transactional
    public List<Route> routes(String release, Map<String, Object> facts) {
        var decision = tables.decide(release, RouteQuestion.TABLE, facts);
        var routes = RouteQuestion.read(Answer.lenient(RouteQuestion.TABLE, decision));
        keep(evaluation(release, RouteQuestion.TABLE, facts, decision), RouteQuestion.words(routes));
        if (!routes.isEmpty()) {
            events.publishEvent(new Routed(release, String.valueOf(facts.get(Fact.EVENT.key())), routes));
        }
        return routes;
    }

    /**
     * Table {@code start-release}: facts with {@code event}, {@code branch} and {@code startedBy} to {@code start}, and perhaps {@code flow} and
     * {@code kind}. The release is not there yet, so it is the newest table that is asked, and the answer is to be kept by {@link #keep}.
     *
     * @throws PolicyFault where no rule matches, or one answers something else
     */
    public Start start(Map<String, Object> facts) {
        var decision = tables.decide("", StartQuestion.TABLE, facts);
        return StartQuestion.read(
                Answer.of(StartQuestion.TABLE, decision, facts), evaluation("", StartQuestion.TABLE, facts, decision));
    }

    /** Keeps what was said about the start of a release; where there is none because it was refused, its id is empty. */
    @Transactional
    public void keep(Start start, String release) {
        keep(start.evaluation().about(release), StartQuestion.words(start));
    }

    /** Everything that was decided about a release, oldest first. */
    public List<Evaluation> evaluations(String release) {
        return evaluations.of(release);
    }

    /** The newest answer that a table gave about a release. */
    public Optional<Evaluation> newest(String release, String table) {
        return evaluations.newest(release, table);
    }

    private <T> T ask(
            String release,
            String table,
            Map<String, Object> facts,
            Function<Answer, T> question,
            Function<T, Object> words) {
        var decision = tables.decide(release, table, facts);
        var answer = question.apply(Answer.of(table, decision, facts));
        keep(evaluation(release, table, facts, decision), words.apply(answer));
        return answer;
    }

    private Evaluation evaluation(String release, String table, Map<String, Object> facts, Decision decision) {
        return new Evaluation(
                release,
                table,
                decision.version(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                facts,
                decision.rules(),
                decision.outputs());
    }

    private void keep(Evaluation evaluation, Object words) {
        var digest = evaluations.insert(evaluation);
        events.publishEvent(new PolicyEvent.Decided(evaluation, words, digest));
    }
}
