package dev.slipway.advisory;

import dev.slipway.approval.ApprovalId;
import dev.slipway.approval.spi.Sittings;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells when boards meet about a request. */
@Component
class BoardSittings implements Sittings {

    private final AgendaRows items;

    BoardSittings(AgendaRows items) {
        this.items = items;
    }

    @Override
    public Optional<Instant> of(ApprovalId approval) {
        return items.lastMeeting(approval);
    }
}
