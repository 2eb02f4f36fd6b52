package dev.slipway.release;

import dev.slipway.policy.Policies;
import dev.slipway.release.ReleaseEvent.CandidateMade;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the policy {@code choose-strategy} say for each candidate how users are to be moved to it. The answer is kept with the release and shown. */
@Component
class StrategyChoice {

    private final Policies policies;
    private final ReleaseFacts facts;
    private final ReleaseRows releases;
    private final CandidateRows candidates;

    StrategyChoice(Policies policies, ReleaseFacts facts, ReleaseRows releases, CandidateRows candidates) {
        this.policies = policies;
        this.facts = facts;
        this.releases = releases;
        this.candidates = candidates;
    }

    @EventListener
    void on(CandidateMade made) {
        var release = releases.find(made.release()).orElseThrow();
        policies.strategy(made.release().value(), facts.of(release, candidates.of(release)));
    }
}
