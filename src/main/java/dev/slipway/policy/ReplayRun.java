package dev.slipway.policy;

import dev.slipway.journal.CanonicalJson;
import dev.slipway.policy.Replay.Finding;
import dev.slipway.policy.spi.TableLibrary.Trial;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds past decisions against one table, on several threads. Decisions whose facts differ only in what the table does not look at are asked once. */
final class ReplayRun {

    private static final int MOST_REMEMBERED = 200_000;

    private final Replay replay;
    private final Trial trial;
    private final Judging judging;
    private final Map<Map<String, Object>, List<Map<String, Object>>> answers = new ConcurrentHashMap<>();

    private final Map<String, List<Map<String, Object>>> read = new ConcurrentHashMap<>();
    private final Map<Judged, Verdict> verdicts = new ConcurrentHashMap<>();

    ReplayRun(Replay replay, Trial trial, Judging judging) {
        this.replay = replay;
        this.trial = trial;
        this.judging = judging;
    }

    void look(List<EvaluationRows.Past> decisions) {
        var counts = new EnumMap<Difference, Long>(Difference.class);
        var found = new ArrayList<Finding>();
        for (var decision : decisions) {
            var finding = finding(decision);
            counts.merge(finding.difference(), 1L, Long::sum);
            if (finding.difference() != Difference.SAME) {
                found.add(finding);
            }
        }
        replay.add(counts, found);
    }

    private Finding finding(EvaluationRows.Past decision) {
        var facts = new CanonicalJson(decision.facts()).members();
        var before = verdict(facts, outputs(decision.outputs()));
        var after = verdict(facts, answer(facts));
        return new Finding(
                decision.id(), decision.release(), decision.at(), after.against(before), before.words(), after.words());
    }

    private Verdict verdict(Map<String, Object> facts, List<Map<String, Object>> outputs) {
        var judged = new Judged(outputs, Judging.weighs(replay.table(), facts));
        var known = verdicts.get(judged);
        if (known != null) {
            return known;
        }
        var verdict = judging.of(replay.table(), facts, outputs);
        if (verdicts.size() < MOST_REMEMBERED) {
            verdicts.put(judged, verdict);
        }
        return verdict;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> outputs(String text) {
        return read.computeIfAbsent(
                text,
                json -> new CanonicalJson(json)
                        .items().stream()
                                .map(output -> (Map<String, Object>) output)
                                .toList());
    }

    private List<Map<String, Object>> answer(Map<String, Object> facts) {
        var seen = new HashMap<String, Object>();
        facts.forEach((name, value) -> {
            if (trial.looksAt(name)) {
                seen.put(name, value);
            }
        });
        var known = answers.get(seen);
        if (known != null) {
            return known;
        }
        replay.asked();
        var answer = trial.decide(seen).outputs();
        if (answers.size() < MOST_REMEMBERED) {
            answers.put(seen, answer);
        }
        return answer;
    }

    private record Judged(List<Map<String, Object>> outputs, Map<String, Object> facts) {}
}
