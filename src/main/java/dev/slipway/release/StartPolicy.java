package dev.slipway.release;

import dev.slipway.identity.Acting;
import dev.slipway.policy.Explanations;
import dev.slipway.policy.Fact;
import dev.slipway.policy.Policies;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the policy {@code start-release} whether what asks for a release may start it. */
@Component
class StartPolicy {

    private final Policies policies;
    private final Explanations explanations;
    private final ReleaseFacts facts;
    private final Acting acting;

    StartPolicy(Policies policies, Explanations explanations, ReleaseFacts facts, Acting acting) {
        this.policies = policies;
        this.explanations = explanations;
        this.facts = facts;
        this.acting = acting;
    }

    Permit permit(Release prospect, Candidate candidate, Plan plan, Trigger trigger) {
        var known = facts.ofProspect(prospect, candidate, !plan.downgrade().isEmpty());
        known.put(Fact.EVENT.key(), trigger.event());
        known.put(Fact.BRANCH.key(), trigger.branch());
        known.put(Fact.STARTED_BY.key(), acting.now().kind().name().toLowerCase(Locale.ROOT));
        var start = policies.start(known);
        return start.allows(prospect.flow().value(), prospect.planned())
                ? new Permit(start, "")
                : new Permit(
                        start,
                        "The policy start-release does not let this start a release, "
                                + explanations.of(start.evaluation()).sentence() + ".");
    }

    void keep(Permit permit, Optional<ReleaseId> release) {
        var start = permit.start();
        if (start != null) {
            policies.keep(start, release.map(ReleaseId::value).orElse(""));
        }
    }
}
