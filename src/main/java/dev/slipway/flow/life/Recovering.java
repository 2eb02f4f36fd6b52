package dev.slipway.flow.life;

import dev.slipway.deployment.DeploymentEvent;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Move;
import dev.slipway.flow.door.TaskCompleted;
import dev.slipway.identity.Acting;
import dev.slipway.journal.Actor;
import dev.slipway.quality.analysis.Analyses;
import dev.slipway.quality.analysis.Recoveries;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.ReleaseId;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has it measured how fast a bad release is acted on and put right. */
@Component
class Recovering {

    private static final String DECISION = "analysisDecision";
    private static final String ROLL_BACK = "roll-back";

    private final Recoveries recoveries;
    private final Analyses analyses;
    private final Deployments deployments;
    private final Acting acting;

    Recovering(Recoveries recoveries, Analyses analyses, Deployments deployments, Acting acting) {
        this.recoveries = recoveries;
        this.analyses = analyses;
        this.deployments = deployments;
        this.acting = acting;
    }

    /** What nobody could say was a failure from when it was asked, if it is decided to be one. */
    @EventListener
    void on(TaskCompleted decided) {
        if (decided.field(DECISION).equals(ROLL_BACK)) {
            var release = new ReleaseId(decided.chain());
            analyses.of(release).stream().findFirst().ifPresent(analysis -> {
                var asked = Optional.ofNullable(analysis.endedAt()).orElse(analysis.until());
                recoveries.seen(release, analysis.environment(), analysis.reason(), asked);
                recoveries.acted(release, acting.now());
            });
        }
    }

    @EventListener
    void on(ReleaseEvent.RollBackRequested wanted) {
        recoveries.acted(wanted.release(), acting.now());
    }

    @EventListener
    void on(DeploymentEvent.Intended intended) {
        if (intended.move().direction() == Move.Direction.BACK) {
            recoveries.acted(intended.release(), Actor.SYSTEM);
        }
    }

    /** An environment is as it was before when every component is. */
    @EventListener
    void on(DeploymentEvent.Done done) {
        var move = done.move();
        if (move.direction() == Move.Direction.BACK
                && !deployments.touched(move.release()).contains(move.environment())) {
            recoveries.recovered(move.release(), move.environment());
        }
    }
}
