package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.context.Opening;
import dev.slipway.context.SecretReference;
import dev.slipway.context.Snapshot;
import dev.slipway.deployment.spi.Equipment;
import dev.slipway.deployment.spi.Equipment.SuppliedFile;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Fetches what contexts give a move, with its secrets opened. */
@Component
class Outfitter {

    private final Neighbours neighbours;

    Outfitter(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** The site of a move that notes this digest. */
    Site site(TargetDescription place, String context) {
        var snapshot = neighbours
                .kept(context)
                .orElseThrow(() -> new IllegalStateException("What contexts gave " + place.component() + " in "
                        + place.environment() + " is not kept: " + context));
        return site(place, snapshot);
    }

    /** The site as contexts would have it now. Without its secrets nothing is done there: they could not be masked. */
    Site site(TargetDescription place, Snapshot snapshot) {
        var opening = neighbours.open(snapshot);
        if (opening instanceof Opening.Missing missing) {
            throw new IllegalStateException(String.join(" ", missing.reasons()));
        }
        var opened = (Opening.Opened) opening;
        return new Site(place, equipment(snapshot, opened.values()), snapshot.hooks(), opened.notes());
    }

    private static Equipment equipment(Snapshot snapshot, Map<SecretReference, String> values) {
        var secrets = new TreeMap<String, String>();
        snapshot.secrets().forEach((name, secret) -> secrets.put(name, values.getOrDefault(secret, "")));
        var files = snapshot.files().stream()
                .map(file -> new SuppliedFile(
                        file.path(),
                        file.secret() == null ? file.content() : Objects.requireNonNull(values.get(file.secret())),
                        file.secret() != null,
                        file.executable()))
                .toList();
        return new Equipment(snapshot.variables(), secrets, files);
    }
}
