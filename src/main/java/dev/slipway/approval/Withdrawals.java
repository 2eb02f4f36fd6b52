package dev.slipway.approval;

import dev.slipway.release.ReleaseEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody is asked about a release that has ended: its open requests are withdrawn in the transaction of its end. */
@Component
class Withdrawals {

    private final ApprovalRepository approvals;
    private final Approvals facade;

    Withdrawals(ApprovalRepository approvals, Approvals facade) {
        this.approvals = approvals;
        this.facade = facade;
    }

    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        approvals.open(concluded.release()).forEach(facade::settle);
    }
}
