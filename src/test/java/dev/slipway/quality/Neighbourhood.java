package dev.slipway.quality;

import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Contents;
import dev.slipway.content.Digest;
import dev.slipway.identity.Authors;
import dev.slipway.journal.Actor;
import dev.slipway.policy.CriterionRule;
import dev.slipway.release.Candidate;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One release, to whose product only the build may attach evidence. */
class Neighbourhood implements Neighbours {

    static final ReleaseId RELEASE = new ReleaseId("payments-2.1.0");
    static final Actor BUILD = Actor.service("build");
    static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123456Z");

    private final List<CriterionRule> criteria = new ArrayList<>();

    State state = State.PENDING;
    char candidate = 'a';

    Neighbourhood requiring(String measure, String comparison, String required) {
        criteria.add(new CriterionRule(measure, measure, comparison, required));
        return this;
    }

    @Override
    public Optional<Subject> subject(ReleaseId id) {
        return id.equals(RELEASE) ? Optional.of(subject()) : Optional.empty();
    }

    private Subject subject() {
        var release = new Release(
                RELEASE,
                new ProductKey("payments"),
                "2.1.0",
                new FlowKey("devops-release"),
                state,
                null,
                BUILD,
                true,
                1,
                candidate - 'a' + 1,
                NOW,
                null,
                "");
        var contents = new Contents("", "main", "c0ffee", List.of());
        return new Subject(
                release,
                new Candidate(
                        RELEASE,
                        candidate - 'a' + 1,
                        new Digest(String.valueOf(candidate).repeat(64)),
                        contents,
                        List.of(),
                        Authors.NONE,
                        NOW));
    }

    @Override
    public List<CriterionRule> criteria(Subject subject, String gate) {
        return List.copyOf(criteria);
    }

    @Override
    public boolean mayAttach(Actor actor, Subject subject) {
        return actor.equals(BUILD);
    }
}
