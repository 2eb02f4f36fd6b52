package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.context.Snapshot.SnapshotHook;
import dev.slipway.deployment.spi.Equipment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A target, and what contexts give what is moved there.
 *
 * @param notes what people should know about it
 */
record Site(TargetDescription place, Equipment equipment, List<SnapshotHook> hooks, List<String> notes) {

    /** All values that no log may show. */
    Collection<String> secrets() {
        var secrets = new ArrayList<>(SecretMask.secretsOf(place));
        secrets.addAll(equipment.confidential());
        return secrets;
    }
}
