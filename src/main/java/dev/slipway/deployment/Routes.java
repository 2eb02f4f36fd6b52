package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import dev.slipway.deployment.MoveRepository.Origin;
import dev.slipway.release.ReleaseId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Works out what a move has to bring about, and asks whether it may be made. */
@Component
class Routes {

    /** How many percent of the instances may be out where nothing else is known. */
    private static final int SPARING = 25;

    private final Neighbours neighbours;
    private final Clearance clearance;
    private final TargetAdapters adapters;
    private final MoveRecord record;

    Routes(Neighbours neighbours, Clearance clearance, TargetAdapters adapters, MoveRecord record) {
        this.neighbours = neighbours;
        this.clearance = clearance;
        this.adapters = adapters;
        this.record = record;
    }

    /** To the release's candidate. */
    Clearing forward(ReleaseId release, Spot spot, Wish wished, String visit) {
        var holdsTwo = holdsTwo(spot);
        if (wished.needsTwoPlaces() && !holdsTwo) {
            return new Clearing.Needless(asItIs(
                    release,
                    spot,
                    visit,
                    Move.Direction.FORWARD,
                    "two versions cannot stand beside each other there: instances are moved instead of users"));
        }
        var wish = holdsTwo ? wished : wished.onOnePlace();
        var cargo = neighbours.cargo(release, spot.component());
        if (cargo.isEmpty()) {
            return new Clearing.Objected(
                    "The candidate of " + release + " has no artifact of " + spot.component() + ".");
        }
        var load = cargo.get();
        var artifact = load.artifact();
        var brought = wish.brings() ? Optional.<Origin>empty() : record.broughtWith(spot, artifact.digest());
        var surroundings = brought.flatMap(origin -> neighbours.kept(origin.context()))
                .orElseGet(() -> neighbours.surroundings(spot));
        var place = neighbours.target(spot.environment(), spot.component()).orElseThrow();
        var wanted = new Placed(
                load.version(),
                artifact.digest(),
                artifact.location().toString(),
                release,
                surroundings.digest(),
                brought.map(Origin::given).orElseGet(() -> Given.by(place)));
        return clearance
                .notClaimed(release, spot)
                .or(() -> clearance.downgrade(spot, load))
                .or(() -> wish.brings() ? clearance.spoiled(artifact) : Optional.empty())
                .or(() -> clearance.incomplete(surroundings))
                .<Clearing>map(Clearing.Objected::new)
                .orElseGet(() -> new Clearing.Cleared(
                        place,
                        new Intent(
                                visit,
                                release,
                                spot,
                                Move.Direction.FORWARD,
                                wish.kind(),
                                wanted,
                                record.placed(spot),
                                brought.map(origin -> new Digest(origin.configuration()))
                                        .orElseGet(() -> configuration(place, wanted)),
                                wish.share(),
                                wish.unavailable(),
                                load.planned(),
                                load.commits())));
    }

    /** To what was there before the release's first move, unless somebody else has moved there since. */
    Clearing back(ReleaseId release, Spot spot, String visit) {
        var before = record.find(visit, spot).map(KeptMove::id).orElse(Long.MAX_VALUE);
        var first = record.firstForward(record.takenBack(release, spot), spot, before)
                .filter(move -> !record.isOvertaken(move));
        if (first.isEmpty()) {
            return new Clearing.Needless(
                    asItIs(release, spot, visit, Move.Direction.BACK, "there was nothing to put back"));
        }
        var previous = first.get().previous();
        var wanted = previous.isNothing() ? previous.withWhatWasGiven(first.get()) : previous;
        var place = neighbours.target(spot.environment(), spot.component()).orElseThrow();
        return clearance
                .heldByAnother(release, spot)
                .or(() -> lost(spot, wanted))
                .or(() -> clearance.unknown(wanted.context()))
                .<Clearing>map(Clearing.Objected::new)
                .orElseGet(() -> new Clearing.Cleared(
                        place,
                        new Intent(
                                visit,
                                release,
                                spot,
                                Move.Direction.BACK,
                                Move.Kind.INSTALL,
                                wanted,
                                record.placed(spot),
                                configuration(place, wanted),
                                100,
                                sparing(release, spot),
                                first.get().move().planned(),
                                List.of())));
    }

    private boolean holdsTwo(Spot spot) {
        var place = neighbours.target(spot.environment(), spot.component()).orElseThrow();
        return adapters.of(place).map(target -> target.holdsTwo(place)).orElse(false);
    }

    /** As many instances may be out on the way back as were at most on the way there. */
    private int sparing(ReleaseId release, Spot spot) {
        return record.of(release).stream()
                .filter(move -> move.spot().equals(spot) && move.move().kind() == Move.Kind.INSTALL)
                .mapToInt(KeptMove::unavailable)
                .max()
                .orElse(SPARING);
    }

    private Optional<String> lost(Spot spot, Placed wanted) {
        if (wanted.isNothing()) {
            return Optional.empty();
        }
        if (wanted.location().isEmpty()) {
            return Optional.of(wanted.version() + " cannot be put back to " + spot
                    + ": nobody has told Slipway where its artifact is.");
        }
        return clearance.spoiled(new Artifact(spot.component(), URI.create(wanted.location()), wanted.artifact()));
    }

    private Move asItIs(ReleaseId release, Spot spot, String visit, Move.Direction direction, String reason) {
        var there = record.placed(spot);
        var now = record.now();
        return new Move(
                visit,
                release,
                spot.environment(),
                spot.component(),
                direction,
                Move.Kind.INSTALL,
                there.version(),
                there.artifact(),
                there.version(),
                100,
                true,
                now,
                now,
                Move.Status.DONE,
                reason);
    }

    /** The digest of a target's settings and of what contexts give, so that it can be told later with which a move was made. */
    private static Digest configuration(TargetDescription now, Placed wanted) {
        var place = wanted.given().at(now);
        var context = wanted.context();
        var text = new StringBuilder(place.adapter()).append('\n').append(place.url());
        new TreeMap<>(place.settings())
                .forEach((name, value) ->
                        text.append('\n').append(name).append('=').append(value.replace("\n", "\n ")));
        if (!context.isEmpty()) {
            text.append("\ncontext\n").append(context);
        }
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return new Digest(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
