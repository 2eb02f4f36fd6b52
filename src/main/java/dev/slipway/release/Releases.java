package dev.slipway.release;

import dev.slipway.content.Artifact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Opens, changes and ends releases; the only way into this module. */
@Service
public class Releases {

    /**
     * Opens a release and starts its flow. Asked again with the same key, or with the same product, version and commit while such a release is pending
     * or released, it answers with that release.
     *
     * @param key the caller's idempotency key; empty for none
     */
    public Opening open(Plan plan, String key) {
        throw new UnsupportedOperationException();
    }

    public Optional<Release> find(ReleaseId id) {
        throw new UnsupportedOperationException();
    }

    /** Returns the plan in force. */
    public Plan plan(ReleaseId id) {
        throw new UnsupportedOperationException();
    }

    /** Every version of the plan, oldest first. */
    public List<PlanVersion> planVersions(ReleaseId id) {
        throw new UnsupportedOperationException();
    }

    /** Returns the candidate that is decided about now. */
    public Candidate candidate(ReleaseId id) {
        throw new UnsupportedOperationException();
    }

    public List<Candidate> candidates(ReleaseId id) {
        throw new UnsupportedOperationException();
    }

    /** Releases in one of the given states (all where none is given), newest first, before the given one (from the start where null). */
    public List<Release> page(ReleaseQuery query) {
        throw new UnsupportedOperationException();
    }

    /** Changes the plan of a pending release into its next version; product, version and artifacts cannot be amended. */
    public Change amend(ReleaseId id, UnaryOperator<Plan> change, String reason) {
        throw new UnsupportedOperationException();
    }

    public Change hold(ReleaseId id, String reason) {
        throw new UnsupportedOperationException();
    }

    public Change resume(ReleaseId id) {
        throw new UnsupportedOperationException();
    }

    /** Asks the flow to stop; it does so after the move that is under way. */
    public Change cancel(ReleaseId id, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the candidate after a rework. The same revision and artifacts again make a new candidate too: it is to be decided about anew. */
    public Change renew(ReleaseId id, String revision, List<Artifact> artifacts) {
        throw new UnsupportedOperationException();
    }

    /** Moves scope items that are not done out of the release: the plan's next version. Returns those that stay. */
    public List<Plan.ScopeItem> cutScope(ReleaseId id) {
        throw new UnsupportedOperationException();
    }

    /** Ends the release. Safe to repeat; an ended release keeps its first end. */
    public Release conclude(ReleaseId id, State state, String outcome) {
        throw new UnsupportedOperationException();
    }

    /** One version of a plan, and why it was made. */
    public record PlanVersion(int number, Plan plan, Instant at, String by, String reason) {}
}
