package dev.slipway.approval.spi;

import dev.slipway.catalog.FlowKey;
import dev.slipway.release.ReleaseId;
import java.util.List;

/** Says what a flow asks people for. */
@FunctionalInterface
public interface AskedPurposes {

    /** The purposes of all approvals that the release's models hold; those of the newest models where it has not started. */
    List<String> of(ReleaseId release, FlowKey flow);
}
