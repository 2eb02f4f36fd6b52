package dev.slipway.release;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.content.Artifact;
import dev.slipway.content.Contents;
import dev.slipway.content.Reading;
import dev.slipway.identity.Act;
import dev.slipway.identity.Authors;
import dev.slipway.release.Plan.ScopeItem;
import dev.slipway.release.ReleaseEvent.Amended;
import dev.slipway.release.ReleaseEvent.CandidateMade;
import dev.slipway.release.Releases.PlanVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes what a pending release is meant to do and what it consists of. */
@Component
class Changing {

    private final Surroundings around;
    private final PlanInspection inspection;
    private final ContentInspection contents;
    private final Guarded guarded;
    private final ReleaseRows releases;
    private final PlanRows plans;
    private final AcceptanceRows acceptance;
    private final CandidateRows candidates;
    private final SamenessRows sameness;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Changing(
            Surroundings around,
            Guarded guarded,
            ReleaseRows releases,
            PlanRows plans,
            AcceptanceRows acceptance,
            CandidateRows candidates,
            SamenessRows sameness,
            ApplicationEventPublisher events,
            Clock clock) {
        this.around = around;
        this.inspection = new PlanInspection(around);
        this.contents = new ContentInspection(around);
        this.guarded = guarded;
        this.releases = releases;
        this.plans = plans;
        this.acceptance = acceptance;
        this.candidates = candidates;
        this.sameness = sameness;
        this.events = events;
        this.clock = clock;
    }

    Change amend(ReleaseId id, UnaryOperator<Plan> change, String reason) {
        return guarded.change(id, Act.AMEND_RELEASE, "amend", Optional.of(reason), release -> {
            var before = plans.of(release);
            var after = completed(before, change.apply(before));
            var flaws = new ArrayList<>(PlanDifference.flaws(before, after));
            flaws.addAll(inspection.amendableFlaws(after, product(release)));
            if (!flaws.isEmpty()) {
                return new Change.Refused(List.copyOf(flaws));
            }
            if (!PlanDifference.amended(before, after).isEmpty()) {
                next(release, before, after, reason, Map.of());
            }
            return new Change.Made(releases.find(id).orElseThrow());
        });
    }

    /** Who takes the plan's own criteria away gets the product's; who changes something else keeps what there is. */
    private Plan completed(Plan before, Plan after) {
        var unchanged = before.delivery().acceptance().equals(after.delivery().acceptance());
        return unchanged ? after : acceptance.complete(after);
    }

    List<ScopeItem> cutScope(Release release) {
        var before = plans.of(release);
        if (release.state().ended()) {
            return before.scope();
        }
        var done = before.scope().stream().filter(ScopeItem::done).toList();
        var moved = before.scope().stream()
                .filter(item -> !item.done())
                .map(ScopeItem::key)
                .toList();
        if (!moved.isEmpty()) {
            next(release, before, before.withScope(done), "the scope was cut to what is done", Map.of("moved", moved));
        }
        return done;
    }

    Optional<String> downgrade(Release release, EnvironmentKey environment) {
        return inspection.downgrade(plans.of(release), product(release), environment);
    }

    Change renew(ReleaseId id, String revision, List<Artifact> artifacts) {
        var known = releases.find(id);
        if (known.isEmpty()) {
            return new Change.Unknown(id);
        }
        var product = product(known.get());
        var plan = plans.of(known.get());
        var flaws = new ArrayList<>(inspection.artifactFlaws(artifacts, product));
        flaws.addAll(contents.flaws(artifacts));
        var reading = contents.read(product, plan.from(), revision);
        if (reading instanceof Reading.Refused refused) {
            flaws.add(ContentInspection.flaw(refused));
        }
        if (!flaws.isEmpty() || !(reading instanceof Reading.Read read)) {
            return new Change.Refused(List.copyOf(flaws));
        }
        var authors = around.authors(read.contents());
        return guarded.change(id, Act.AMEND_RELEASE, "make a candidate of", Optional.empty(), release -> {
            renew(release, read.contents(), Beginning.inOrder(product, artifacts), authors);
            return new Change.Made(releases.find(id).orElseThrow());
        });
    }

    private void renew(Release release, Contents read, List<Artifact> artifacts, Authors authors) {
        var number = release.candidate() + 1;
        var candidate = Beginning.candidate(release, number, read, artifacts, authors, now());
        candidates.insert(candidate);
        releases.candidate(release.id(), number);
        if (sameness.live(release.product(), release.version(), read.commit()).isEmpty()) {
            sameness.live(release.id(), release.product(), release.version(), read.commit());
        }
        events.publishEvent(new CandidateMade(release.id(), number, Beginning.facts(candidate)));
    }

    private void next(Release release, Plan before, Plan after, String reason, Map<String, ?> more) {
        var number = release.planVersion() + 1;
        plans.insert(
                release.id(),
                new PlanVersion(number, after, now(), around.actor().toString(), reason));
        releases.plan(release.id(), number);
        var facts = new LinkedHashMap<String, Object>(more);
        facts.put("planVersion", number);
        facts.put("reason", reason);
        facts.put("changed", PlanDifference.amended(before, after));
        facts.put("plan", StoredJson.fingerprint(after).hex());
        events.publishEvent(new Amended(release.id(), number, reason, facts));
    }

    private Product product(Release release) {
        return around.product(release.product())
                .orElseThrow(() -> new NoSuchElementException(release.id() + " is of the product " + release.product()
                        + ", which the catalogue no longer holds"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
