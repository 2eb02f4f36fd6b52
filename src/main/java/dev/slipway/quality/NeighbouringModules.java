package dev.slipway.quality;

import dev.slipway.identity.Act;
import dev.slipway.identity.Rights;
import dev.slipway.journal.Actor;
import dev.slipway.policy.CriterionRule;
import dev.slipway.policy.Policies;
import dev.slipway.release.ReleaseFacts;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component("qualityNeighbours")
class NeighbouringModules implements Neighbours {

    private final Releases releases;
    private final ReleaseFacts facts;
    private final Policies policies;
    private final Rights rights;

    NeighbouringModules(Releases releases, ReleaseFacts facts, Policies policies, Rights rights) {
        this.releases = releases;
        this.facts = facts;
        this.policies = policies;
        this.rights = rights;
    }

    @Override
    public Optional<Subject> subject(ReleaseId id) {
        return releases.find(id).map(release -> new Subject(release, releases.candidate(release)));
    }

    @Override
    public List<CriterionRule> criteria(Subject subject, String gate) {
        var release = subject.release();
        var known = facts.of(release, subject.candidate());
        known.put("gate", gate);
        return policies.gate(release.id().value(), known);
    }

    @Override
    public boolean mayAttach(Actor actor, Subject subject) {
        return rights.may(
                actor, Act.ATTACH_EVIDENCE, subject.release().product().value());
    }
}
