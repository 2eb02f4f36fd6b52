package dev.slipway.release;

import dev.slipway.catalog.Product;
import dev.slipway.content.Artifact;
import dev.slipway.content.Contents;
import dev.slipway.identity.Authors;
import dev.slipway.release.ReleaseEvent.CandidateMade;
import dev.slipway.release.ReleaseEvent.Opened;
import dev.slipway.release.Releases.PlanVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes a new release with its first plan and its first candidate; always called inside a transaction. */
@Component
class Beginning {

    private final Surroundings around;
    private final ReleaseProperties settings;
    private final ReleaseRows releases;
    private final PlanRows plans;
    private final AcceptanceRows acceptance;
    private final CandidateRows candidates;
    private final SamenessRows sameness;
    private final Ending ending;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Beginning(
            Surroundings around,
            ReleaseProperties settings,
            ReleaseRows releases,
            PlanRows plans,
            AcceptanceRows acceptance,
            CandidateRows candidates,
            SamenessRows sameness,
            Ending ending,
            ApplicationEventPublisher events,
            Clock clock) {
        this.around = around;
        this.settings = settings;
        this.releases = releases;
        this.plans = plans;
        this.acceptance = acceptance;
        this.candidates = candidates;
        this.sameness = sameness;
        this.ending = ending;
        this.events = events;
        this.clock = clock;
    }

    Release begin(Plan plan, String key, Product product, Contents contents, Authors authors, Permit permit) {
        var release = insert(plan, product, contents, key);
        var whole = acceptance.complete(plan);
        plans.insert(
                release.id(),
                new PlanVersion(
                        1, whole, release.openedAt(), release.requester().toString(), "opened"));
        var candidate =
                candidate(release, 1, contents, inOrder(product, plan.artifacts()), authors, release.openedAt());
        candidates.insert(candidate);
        events.publishEvent(new Opened(release.id(), release.flow().value(), facts(release, whole, candidate)));
        events.publishEvent(new CandidateMade(release.id(), 1, facts(candidate)));
        around.keep(permit, Optional.of(release.id()));
        if (plan.supersede()) {
            ending.supersede(release);
        }
        return release;
    }

    /** What a release would be; it has no id yet. */
    Release prospect(Plan plan, Product product) {
        return release(new ReleaseId(""), plan, product);
    }

    private Release insert(Plan plan, Product product, Contents contents, String key) {
        var name = plan.product() + "-" + plan.version();
        var base = name.toLowerCase(Locale.ROOT);
        var run = releases.nextRun(base);
        var release = release(new ReleaseId(run == 1 ? name : name + "-r" + run), plan, product);
        releases.insert(release, base, run);
        if (!key.isBlank()) {
            sameness.remember(key, StoredJson.fingerprint(plan), release.id());
        }
        sameness.live(release.id(), plan.product(), plan.version(), contents.commit());
        return release;
    }

    private Release release(ReleaseId id, Plan plan, Product product) {
        return new Release(
                id,
                plan.product(),
                plan.version(),
                settings.flow(plan, product),
                State.PENDING,
                null,
                around.actor(),
                plan.planned(),
                1,
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                "");
    }

    /** In the order in which the catalogue names the components: so they are deployed, and in the reverse they are put back. */
    static List<Artifact> inOrder(Product product, List<Artifact> artifacts) {
        var names = product.components().stream().map(part -> part.key()).toList();
        return artifacts.stream()
                .sorted(Comparator.comparingInt(artifact -> names.indexOf(artifact.component())))
                .toList();
    }

    static Candidate candidate(
            Release release, int number, Contents contents, List<Artifact> artifacts, Authors authors, Instant at) {
        return new Candidate(
                release.id(),
                number,
                CandidateDigest.of(contents.commit(), artifacts),
                contents,
                artifacts,
                authors,
                at);
    }

    static Map<String, Object> facts(Release release, Plan plan, Candidate candidate) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("product", release.product().value());
        facts.put("version", release.version());
        facts.put("flow", release.flow().value());
        facts.put("from", candidate.contents().from());
        facts.put("revision", plan.revision());
        facts.put("commit", candidate.contents().commit());
        facts.put("planned", plan.planned());
        facts.put("incident", plan.incident());
        facts.put("downgrade", plan.downgrade());
        facts.put("supersede", plan.supersede());
        facts.put("emergency", plan.emergency());
        facts.put("strategy", plan.delivery().strategy());
        facts.put("plan", StoredJson.fingerprint(plan).hex());
        return facts;
    }

    static Map<String, ?> facts(Candidate candidate) {
        var artifacts = new LinkedHashMap<String, String>();
        candidate
                .artifacts()
                .forEach(artifact -> artifacts.put(
                        artifact.component().toString(), artifact.digest().hex()));
        return Map.of(
                "number", candidate.number(),
                "digest", candidate.digest().hex(),
                "commit", candidate.contents().commit(),
                "commits", candidate.contents().commits().size(),
                "artifacts", artifacts,
                "strangers", candidate.authors().strangers().size());
    }
}
