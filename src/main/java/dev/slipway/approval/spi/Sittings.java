package dev.slipway.approval.spi;

import dev.slipway.approval.ApprovalId;
import java.time.Instant;
import java.util.Optional;

/** Says when people meet to decide about a request, so that it does not fall due before they do. */
@FunctionalInterface
public interface Sittings {

    /** When the last of the planned meetings begins that are to decide about it; empty where none is planned. */
    Optional<Instant> of(ApprovalId approval);
}
