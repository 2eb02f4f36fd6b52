package dev.slipway.release;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.FlowKey;
import dev.slipway.release.ReleaseEvent.CandidateMade;
import dev.slipway.release.ReleaseEvent.Opened;
import dev.slipway.release.ReleaseEvent.TakenBack;
import dev.slipway.release.Releases.PlanVersion;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens releases about other releases: a drill of going back from one, or taking one back. They bring nothing new, so nobody approves them and no policy lets
 * them start: whoever opens one has asked for the right. Everything else is theirs as any release's: a flow, claims, a record.
 */
@Service
public class Sequels {

    private final Surroundings around;
    private final ReleaseRows releases;
    private final PlanRows plans;
    private final CandidateRows candidates;
    private final SequelRows sequels;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sequels(
            Surroundings around,
            ReleaseRows releases,
            PlanRows plans,
            CandidateRows candidates,
            SequelRows sequels,
            ApplicationEventPublisher events,
            Clock clock) {
        this.around = around;
        this.releases = releases;
        this.plans = plans;
        this.candidates = candidates;
        this.sequels = sequels;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens one and starts its flow, in the caller's transaction; it carries what the original carried last.
     *
     * @param environment where it is held, or the only one that it is about; null for all
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Release open(ReleaseId original, FlowKey flow, @Nullable EnvironmentKey environment, String reason) {
        if (flow.isOfAProduct()) {
            throw new IllegalArgumentException(flow + " brings something to users; open a release for that");
        }
        var about = releases.find(original)
                .orElseThrow(() -> new NoSuchElementException("there is no release " + original));
        var carried = candidates.current(original);
        var plan = plan(plans.current(original), carried, flow, reason);
        var release = insert(about, plan, flow);
        sequels.insert(release.id(), original, environment);
        plans.insert(
                release.id(),
                new PlanVersion(1, plan, release.openedAt(), release.requester().toString(), reason));
        var candidate = Beginning.candidate(
                release, 1, carried.contents(), carried.artifacts(), carried.authors(), release.openedAt());
        candidates.insert(candidate);
        var facts = Beginning.facts(release, plan, candidate);
        facts.put("original", original.value());
        facts.put("reason", reason);
        events.publishEvent(new Opened(release.id(), flow.value(), facts));
        events.publishEvent(new CandidateMade(release.id(), 1, Beginning.facts(candidate)));
        if (flow.equals(FlowKey.TAKE_BACK)) {
            events.publishEvent(new TakenBack(original, release.id(), reason));
        }
        return release;
    }

    /** The release that this one is about; empty where it is about none. */
    public Optional<ReleaseId> original(ReleaseId sequel) {
        return sequels.original(sequel);
    }

    /** The only environment that this one is about; empty where it is about all. */
    public Optional<EnvironmentKey> environment(ReleaseId sequel) {
        return sequels.environment(sequel);
    }

    /** The releases about this one, newest first. */
    public List<Release> of(ReleaseId original) {
        return sequels.of(original).stream()
                .flatMap(id -> releases.find(id).stream())
                .toList();
    }

    private Release insert(Release about, Plan plan, FlowKey flow) {
        var name = about.id() + (flow.equals(FlowKey.DRILL) ? "-drill" : "-back");
        var base = name.toLowerCase(Locale.ROOT);
        var run = releases.nextRun(base);
        var release = new Release(
                new ReleaseId(run == 1 ? name : name + "-r" + run),
                about.product(),
                about.version(),
                flow,
                State.PENDING,
                null,
                around.actor(),
                plan.planned(),
                1,
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                "");
        releases.insert(release, base, run);
        return release;
    }

    /** A drill may put an older version over a newer one; taking back answers to an incident. */
    private static Plan plan(Plan original, Candidate carried, FlowKey flow, String reason) {
        return Plan.of(original.product(), original.version())
                .contents(original.from(), original.revision())
                .artifacts(carried.artifacts())
                .objectives(reason)
                .incident(flow.equals(FlowKey.DRILL) ? "" : carried.release() + " is taken back")
                .downgrade(reason)
                .build();
    }
}
