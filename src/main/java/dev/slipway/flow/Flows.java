package dev.slipway.flow;

import dev.slipway.flow.waiting.WaitingBoard;
import dev.slipway.release.ReleaseId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the pages may know of running flows and do to them; the only way into this module. */
@Service
public class Flows {

    private final WaitingBoard board;
    private final Diagrams diagrams;
    private final Interventions interventions;
    private final Completions completions;

    Flows(WaitingBoard board, Diagrams diagrams, Interventions interventions, Completions completions) {
        this.board = board;
        this.diagrams = diagrams;
        this.interventions = interventions;
        this.completions = completions;
    }

    /** Why each of these releases waits, most urgent first. */
    public Map<ReleaseId, List<Waiting>> waiting(Collection<ReleaseId> releases) {
        return board.of(releases);
    }

    /** The diagrams of a release: its flow and the parts it has called, each as BPMN XML with its marks. */
    public List<Diagram> diagrams(ReleaseId release) {
        return diagrams.of(release);
    }

    /** Tries a failed step again. Needs a reason, which goes into the journal. */
    public Intervention retry(ReleaseId release, String visit, String reason) {
        return interventions.retry(release, visit, reason);
    }

    /** Completes a task in the name of whoever is signed in, by the same rules as Tasklist. */
    public Intervention complete(String task, Map<String, Object> fields) {
        return completions.complete(task, fields);
    }

    /** One model as XML, with the ids of elements where the release is now, where it has been, and where it failed. */
    public record Diagram(
            String model, String name, String xml, List<String> active, List<String> passed, List<String> failed) {}

    /** How an intervention ended. */
    public sealed interface Intervention {

        record Done() implements Intervention {}

        record Refused(String reason) implements Intervention {}
    }
}
