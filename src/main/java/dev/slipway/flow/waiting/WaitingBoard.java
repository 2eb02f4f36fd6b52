package dev.slipway.flow.waiting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.slipway.agent.Orders;
import dev.slipway.flow.Waiting;
import dev.slipway.release.ReleaseId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Answers for many releases at once why they wait. */
@Component
public class WaitingBoard {

    private static final Comparator<Waiting> MOST_URGENT =
            Comparator.comparing(Waiting::kind).thenComparing(Waiting::since);

    private final WaitingRepository rows;
    private final Standings standings;

    WaitingBoard(WaitingRepository rows, Standings standings) {
        this.rows = rows;
        this.standings = standings;
    }

    /** Reads them in one query; releases that wait for nothing are not in the answer. */
    public Map<ReleaseId, List<Waiting>> of(Collection<ReleaseId> releases) {
        if (releases.isEmpty()) {
            return Map.of();
        }
        var byRelease = explained(rows.of(releases)).stream().collect(groupingBy(Waiting::release));
        byRelease.replaceAll((release, found) -> ordered(found));
        return byRelease;
    }

    /** Work that an agent has to do says so: agents come and go without the engine's knowledge. */
    private List<Waiting> explained(List<Waiting> found) {
        var visits = found.stream()
                .filter(waiting -> waiting.kind() == Waiting.Kind.WORK)
                .map(Waiting::visit)
                .toList();
        var standing = standings.of(visits);
        return standing.isEmpty()
                ? found
                : found.stream()
                        .map(waiting -> waiting.kind() == Waiting.Kind.WORK && standing.containsKey(waiting.visit())
                                ? explained(waiting, Objects.requireNonNull(standing.get(waiting.visit())))
                                : waiting)
                        .toList();
    }

    private static Waiting explained(Waiting waiting, Orders.Standing standing) {
        return new Waiting(
                waiting.release(),
                waiting.visit(),
                waiting.kind(),
                waiting.model(),
                waiting.activity(),
                standing.obstacle().isEmpty() ? waiting.reason() : waiting.reason() + ": " + standing.obstacle(),
                standing.whom(),
                waiting.since(),
                waiting.until(),
                waiting.task());
    }

    /** The ids of the incidents at a visit. */
    public List<String> incidents(ReleaseId release, String visit) {
        return rows.incidents(release, visit);
    }

    /** Says anew what a task waits for, and for whom; changes nothing about the task. */
    public void say(String task, String reason, String whom) {
        rows.update(List.of(new WaitingRow.Change(task, reason, whom, null)));
    }

    /** A step that waits for an operator does not wait for a worker too. */
    private static List<Waiting> ordered(List<Waiting> found) {
        var stuck = found.stream()
                .filter(waiting -> waiting.kind() == Waiting.Kind.INCIDENT)
                .map(Waiting::visit)
                .collect(toSet());
        return found.stream()
                .filter(waiting -> waiting.kind() != Waiting.Kind.WORK || !stuck.contains(waiting.visit()))
                .sorted(MOST_URGENT)
                .toList();
    }
}
