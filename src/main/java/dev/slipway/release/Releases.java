package dev.slipway.release;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens, changes and ends releases; the only way into this module. */
@Service
public class Releases {

    private final Opener opener;
    private final Changing changing;
    private final Stopping stopping;
    private final Ending ending;
    private final ReleaseRows releases;
    private final ReleasePages pages;
    private final PlanRows plans;
    private final AcceptanceRows acceptance;
    private final CandidateRows candidates;
    private final EndCounts counts;
    private final TransactionTemplate transactions;

    Releases(
            Opener opener,
            Changing changing,
            Stopping stopping,
            Ending ending,
            ReleaseRows releases,
            ReleasePages pages,
            PlanRows plans,
            AcceptanceRows acceptance,
            CandidateRows candidates,
            EndCounts counts,
            TransactionTemplate transactions) {
        this.opener = opener;
        this.changing = changing;
        this.stopping = stopping;
        this.ending = ending;
        this.releases = releases;
        this.pages = pages;
        this.plans = plans;
        this.acceptance = acceptance;
        this.candidates = candidates;
        this.counts = counts;
        this.transactions = transactions;
    }

    /**
     * Opens a release and starts its flow. Asked again with the same key, or with the same product, version and commit while such a release is pending
     * or released, it answers with that release. Reads Git and the artifacts before its transaction begins: do not call it inside another.
     *
     * @param key the caller's idempotency key; empty for none
     */
    public Opening open(Plan plan, String key) {
        return open(plan, key, Trigger.MANUAL);
    }

    /** As {@link #open(Plan, String)}, for something that asks for the release; the policy {@code start-release} says whether it may. */
    public Opening open(Plan plan, String key, Trigger trigger) {
        return opener.open(plan, key, trigger);
    }

    /** By what a release of the product is judged in use where its plan has no criteria of its own. */
    public Acceptance acceptance(ProductKey product) {
        return acceptance.of(product).orElse(Acceptance.NONE);
    }

    public Optional<Release> find(ReleaseId id) {
        return releases.find(id);
    }

    /** Those of the releases that there are. */
    public Map<ReleaseId, Release> find(Collection<ReleaseId> ids) {
        return releases.find(ids).stream().collect(Collectors.toMap(Release::id, Function.identity()));
    }

    /** Returns the release and keeps it from changing until the caller's transaction ends. */
    public Optional<Release> locked(ReleaseId id) {
        return releases.lock(id);
    }

    /** Returns the plan in force. */
    public Plan plan(ReleaseId id) {
        return plans.current(id);
    }

    /** Returns the plan that was in force when the release was read. */
    public Plan plan(Release release) {
        return plans.of(release);
    }

    /** Every version of the plan, oldest first. */
    public List<PlanVersion> planVersions(ReleaseId id) {
        return plans.all(id);
    }

    /** Returns the candidate that is decided about now. */
    public Candidate candidate(ReleaseId id) {
        return candidates.current(id);
    }

    /** Returns the candidate that was decided about when the release was read. */
    public Candidate candidate(Release release) {
        return candidates.of(release);
    }

    public List<Candidate> candidates(ReleaseId id) {
        return candidates.all(id);
    }

    /** Releases in one of the given states (all where none is given), newest first, before the given one (from the start where null). */
    public List<Release> page(ReleaseQuery query) {
        return pages.page(query);
    }

    /** How many releases there are in each state. */
    public Map<State, Long> counts() {
        return counts.counts(null);
    }

    /** How many releases of the product there are in each state. */
    public Map<State, Long> counts(ProductKey product) {
        return counts.counts(product);
    }

    /** Changes the plan of a pending release into its next version; product, version and artifacts cannot be amended. */
    public Change amend(ReleaseId id, UnaryOperator<Plan> change, String reason) {
        return changing.amend(id, change, reason);
    }

    public Change hold(ReleaseId id, String reason) {
        return stopping.hold(id, reason);
    }

    public Change resume(ReleaseId id) {
        return stopping.resume(id);
    }

    /** Asks the flow to stop; it does so after the move that is under way. */
    public Change cancel(ReleaseId id, String reason) {
        return stopping.cancel(id, reason);
    }

    /** Asks the flow of a pending release to take back what it has changed; it does so after the move that is under way. */
    public Change rollBack(ReleaseId id, String reason) {
        return stopping.rollBack(id, reason);
    }

    /** Replaces the candidate after a rework. The same revision and artifacts again make a new candidate too: it is to be decided about anew. */
    public Change renew(ReleaseId id, String revision, List<Artifact> artifacts) {
        return changing.renew(id, revision, artifacts);
    }

    /** Moves scope items that are not done out of the release: the plan's next version. Returns those that stay. */
    public List<Plan.ScopeItem> cutScope(ReleaseId id) {
        return transactions.execute(status -> changing.cutScope(
                releases.lock(id).orElseThrow(() -> new NoSuchElementException("there is no release " + id))));
    }

    /**
     * Why the release must not go to the environment now: something newer is there, and its plan does not say that an older version is meant. Asked when
     * it is opened for production, and worth asking again before it is deployed, because another may have been faster.
     */
    public Optional<String> downgrade(ReleaseId id, EnvironmentKey environment) {
        return releases.find(id).flatMap(release -> changing.downgrade(release, environment));
    }

    /** Ends the release. Safe to repeat; an ended release keeps its first end. */
    public Release conclude(ReleaseId id, State state, String outcome) {
        return transactions.execute(status -> ending.conclude(id, state, outcome));
    }

    /** What is wrong with a plan as far as it can be said without reading Git and artifacts. */
    List<Flaw> flaws(Plan plan) {
        return opener.flaws(plan);
    }

    /** One version of a plan, and why it was made. */
    public record PlanVersion(int number, Plan plan, Instant at, String by, String reason) {}
}
