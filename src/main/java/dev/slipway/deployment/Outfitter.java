package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.context.Opening;
import dev.slipway.context.SecretReference;
import dev.slipway.context.Snapshot;
import dev.slipway.deployment.spi.Equipment;
import dev.slipway.deployment.spi.Equipment.SuppliedFile;
import java.util.ArrayList;
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

    /** The site of a move, with what the move was given. */
    Site site(TargetDescription now, KeptMove move) {
        return site(now, move.context(), move.given(), move.configuration());
    }

    /** The site of what is there, with what that was given. */
    Site site(TargetDescription now, Placed there) {
        return site(now, there.context(), there.given(), "");
    }

    /** Without its secrets nothing is done there: they could not be masked. */
    private Site site(TargetDescription now, String context, Given given, String configuration) {
        var place = given.at(now);
        var snapshot = neighbours
                .kept(context)
                .orElseThrow(() -> new IllegalStateException("What contexts gave " + place.component() + " in "
                        + place.environment() + " is not kept: " + context));
        var opening = neighbours.open(snapshot);
        if (opening instanceof Opening.Missing missing) {
            throw new IllegalStateException(String.join(" ", missing.reasons()));
        }
        var opened = (Opening.Opened) opening;
        var notes = new ArrayList<>(opened.notes());
        if (!place.settings().equals(now.settings())) {
            notes.add("The variables of " + place.component() + " in " + place.environment()
                    + " are those that the catalogue gave then, not those of now.");
        }
        return new Site(place, equipment(snapshot, opened.values(), configuration), snapshot.hooks(), notes);
    }

    private static Equipment equipment(Snapshot snapshot, Map<SecretReference, String> values, String configuration) {
        var secrets = new TreeMap<String, String>();
        snapshot.secrets().forEach((name, secret) -> secrets.put(name, values.getOrDefault(secret, "")));
        var files = snapshot.files().stream()
                .map(file -> new SuppliedFile(
                        file.path(),
                        file.secret() == null ? file.content() : Objects.requireNonNull(values.get(file.secret())),
                        file.secret() != null,
                        file.executable()))
                .toList();
        return new Equipment(snapshot.variables(), secrets, files, configuration);
    }
}
