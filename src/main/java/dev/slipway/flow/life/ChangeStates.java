package dev.slipway.flow.life;

import dev.slipway.approval.Approval;
import dev.slipway.approval.ApprovalEvent;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.DeploymentEvent;
import dev.slipway.deployment.Move;
import dev.slipway.environment.EnvironmentEvent;
import dev.slipway.release.ChangeRecords;
import dev.slipway.release.ChangeState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves a release on as a change by what happens to it: a request for approval authorises it unless it is a phase's or plan's sign-off, claiming production
 * begins to implement it, and having all of production brings it into review.
 */
@Component
class ChangeStates {

    /** Asked after production. */
    private static final String REVIEW = "emergency-review";

    private static final String SIGN_OFF = "-sign-off";

    private final ChangeRecords changes;
    private final Catalog catalog;

    ChangeStates(ChangeRecords changes, Catalog catalog) {
        this.changes = changes;
        this.catalog = catalog;
    }

    @EventListener
    void on(ApprovalEvent.Opened opened) {
        if (opened.approval().purpose().equals(REVIEW)) {
            changes.move(opened.release(), ChangeState.REVIEW);
        } else if (authorizes(opened.approval())) {
            changes.move(opened.release(), ChangeState.AUTHORIZE);
        }
    }

    @EventListener
    void on(ApprovalEvent.Settled settled) {
        if (authorizes(settled.approval())) {
            switch (settled.outcome()) {
                case APPROVED -> changes.move(settled.release(), ChangeState.SCHEDULED);
                case REJECTED, EXPIRED -> changes.move(settled.release(), ChangeState.NEW);
                case WITHDRAWN -> {}
            }
        }
    }

    @EventListener
    void on(EnvironmentEvent.Claimed claimed) {
        if (isProduction(claimed.environment())) {
            changes.move(claimed.release(), ChangeState.IMPLEMENT);
        }
    }

    @EventListener
    void on(DeploymentEvent.Done done) {
        var move = done.move();
        if (move.direction() == Move.Direction.FORWARD && move.share() == 100 && isProduction(move.environment())) {
            changes.move(move.release(), ChangeState.REVIEW);
        }
    }

    private static boolean authorizes(Approval approval) {
        return !approval.purpose().endsWith(SIGN_OFF) && !approval.purpose().equals(REVIEW);
    }

    private boolean isProduction(EnvironmentKey environment) {
        return catalog.environment(environment).filter(Environment::production).isPresent();
    }
}
