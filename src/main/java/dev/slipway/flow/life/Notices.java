package dev.slipway.flow.life;

import dev.slipway.approval.ApprovalEvent;
import dev.slipway.environment.EnvironmentEvent;
import dev.slipway.flow.FlowEvent;
import dev.slipway.policy.Fact;
import dev.slipway.policy.Policies;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.ReleaseFacts;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the policy {@code route-notification} say who is to be told when a flow escalates, a release ends, or something else runs than it has put there. The answer is kept; whoever listens tells them. */
@Component
class Notices {

    private final Policies policies;
    private final Releases releases;
    private final ReleaseFacts facts;

    Notices(Policies policies, Releases releases, ReleaseFacts facts) {
        this.policies = policies;
        this.releases = releases;
        this.facts = facts;
    }

    @EventListener
    void on(ApprovalEvent.Escalated escalated) {
        route(escalated.release(), "approval-escalated");
    }

    @EventListener
    void on(FlowEvent.ReviewMissed missed) {
        route(missed.release(), "approval-escalated");
    }

    /** What was there before Slipway belongs to no release. */
    @EventListener
    void on(EnvironmentEvent.Drifted drifted) {
        releases.find(drifted.release()).ifPresent(release -> route(release, "environment-drifted"));
    }

    /** Of a drill only a failure is worth telling. */
    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        var release = releases.find(concluded.release()).orElseThrow();
        if (!release.isDrill() || concluded.state() == State.FAILED) {
            route(
                    release,
                    "release-"
                            + concluded.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private void route(ReleaseId id, String event) {
        route(releases.find(id).orElseThrow(), event);
    }

    private void route(Release release, String event) {
        var known = facts.of(release, releases.candidate(release));
        known.put(Fact.EVENT.key(), event);
        policies.routes(release.id().value(), known);
    }
}
