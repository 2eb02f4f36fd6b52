package dev.slipway.flow.life;

import dev.slipway.deployment.DeploymentEvent;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Move;
import dev.slipway.flow.FlowEvent;
import dev.slipway.quality.analysis.Analyses;
import dev.slipway.quality.analysis.Recoveries;
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

    Recovering(Recoveries recoveries, Analyses analyses, Deployments deployments) {
        this.recoveries = recoveries;
        this.analyses = analyses;
        this.deployments = deployments;
    }

    /** What nobody could say was a failure from when it was asked, if it is decided to be one. */
    @EventListener
    void on(FlowEvent.ChoiceRecorded chosen) {
        if (chosen.field().equals(DECISION) && chosen.choice().equals(ROLL_BACK)) {
            analyses.of(chosen.release()).stream().findFirst().ifPresent(analysis -> {
                var asked = Optional.ofNullable(analysis.endedAt()).orElse(analysis.until());
                recoveries.seen(chosen.release(), analysis.environment(), analysis.reason(), asked);
                recoveries.acted(chosen.release(), "a person");
            });
        }
    }

    @EventListener
    void on(DeploymentEvent.Intended intended) {
        if (intended.move().direction() == Move.Direction.BACK) {
            recoveries.acted(intended.release(), "the flow");
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
