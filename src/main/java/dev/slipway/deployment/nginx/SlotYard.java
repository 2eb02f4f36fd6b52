package dev.slipway.deployment.nginx;

import dev.slipway.deployment.spi.Equipment;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import dev.slipway.deployment.spi.Target;
import dev.slipway.deployment.spi.TryAgain;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The two slots of one target: what is in them, and where users are led to while that changes. */
final class SlotYard {

    private static final Outcome DONE = new Outcome.Done();

    private final NginxSettings settings;
    private final Proxy proxy;
    private final Target installer;
    private final Equipment equipment;
    private final List<Slot> slots;

    SlotYard(NginxSettings settings, Proxy proxy, Target installer, Equipment equipment) {
        this.settings = settings;
        this.proxy = proxy;
        this.installer = installer;
        this.equipment = equipment;
        this.slots = settings.slots();
    }

    /** The slot that a version is in; where it is in both, the one that serves fewer users: that is where it is new. */
    Optional<Slot> holding(String version) {
        var weights = proxy.written();
        return slots.stream()
                .filter(slot -> in(slot).versions().contains(version))
                .min((one, other) -> Integer.compare(weights.share(one), weights.share(other)));
    }

    /** Where the version answers and no other does; while instances are changed by turns, the old one still has the last of them. */
    Optional<String> address(String version) {
        var weights = proxy.written();
        return holding(version).map(slot -> {
            var servers = slot.servers();
            var old = in(slot).versions().size() > 1 && !weights.filled().equals(version);
            return "http://" + servers.get(old ? servers.size() - 1 : 0);
        });
    }

    Outcome fillBeside(Install move, Progress progress) {
        var weights = proxy.written();
        var idle = slots.stream().filter(slot -> !weights.lead(slot)).findFirst();
        if (idle.isEmpty()) {
            return new Outcome.Failed(
                    "both slots serve users: there is no room beside them. Remove one version first.");
        }
        progress.log(move.version() + " goes into slot " + idle.get().name() + ", which serves nobody\n");
        return fill(idle.get(), move, 100, progress);
    }

    Outcome fillInPlace(Install move, Progress progress) {
        var whole = slots.stream()
                .filter(slot -> isWhole(slot, move.version()))
                .max((one, other) -> Integer.compare(
                        proxy.written().share(one), proxy.written().share(other)));
        if (move.share() == 100 && whole.isPresent() && isBesideAnother(whole.get())) {
            return alone(whole.get(), move.visit(), progress);
        }
        var slot = serving().or(() -> holding(move.version())).orElse(slots.get(0));
        var rolled = roll(slot, move, progress);
        return rolled instanceof Outcome.Failed || move.share() < 100 ? rolled : alone(slot, move.visit(), progress);
    }

    /** Instance after instance: nobody is led to those that are being changed. */
    private Outcome roll(Slot slot, Install move, Progress progress) {
        var weights =
                proxy.written().lead(slot) ? proxy.written() : proxy.written().led(slot, 100, other(slot));
        var count = weights.filled().equals(move.version()) ? weights.count() : 0;
        var wanted = slot.count(move.share());
        var batch = Math.max(1, slot.servers().size() * move.unavailable() / 100);
        while (count < wanted) {
            var next = Math.min(count + batch, wanted);
            var out = Set.copyOf(slot.servers().subList(count, next));
            progress.log("users leave " + String.join(", ", slot.servers().subList(count, next)) + "\n");
            var failed = lead(weights.without(out)).or(() -> failure(fill(slot, move, slot.percent(next), progress)));
            if (failed.isPresent()) {
                return new Outcome.Failed(failed.get());
            }
            count = next;
            weights = weights.filled(move.version(), count);
            var refused = lead(weights);
            if (refused.isPresent()) {
                return new Outcome.Failed(refused.get());
            }
        }
        return DONE;
    }

    private Outcome fill(Slot slot, Install move, int share, Progress progress) {
        return installer.install(
                new Install(
                        slot.place(),
                        move.visit() + "-" + slot.name() + "-" + share,
                        move.version(),
                        move.file(),
                        move.digest(),
                        share,
                        100,
                        false,
                        equipment),
                progress);
    }

    /** All users go to the slot; once they have left the other, that is emptied. */
    private Outcome alone(Slot slot, String visit, Progress progress) {
        progress.log("all users are led to slot " + slot.name() + "\n");
        var refused = lead(new Weights(Weights.NONE.shares(), Set.of(), "", 0).led(slot, 100, other(slot)));
        return refused.<Outcome>map(Outcome.Failed::new).orElseGet(() -> empty(other(slot), visit, progress));
    }

    private Outcome empty(Slot slot, String visit, Progress progress) {
        return in(slot).versions().isEmpty()
                ? DONE
                : installer.remove(
                        new Remove(slot.place(), visit + "-" + slot.name() + "-empty", "", equipment), progress);
    }

    Outcome shift(Shift move, Progress progress) {
        var slot = holding(move.version());
        if (slot.isEmpty()) {
            return new Outcome.Failed(move.version() + " is in neither slot: nobody can be led to it");
        }
        var other = other(slot.get());
        var share = in(other).versions().isEmpty() ? 100 : move.share();
        progress.log(share + " % of the users are led to slot " + slot.get().name() + " with " + move.version() + "\n");
        return lead(new Weights(Weights.NONE.shares(), Set.of(), "", 0).led(slot.get(), share, other))
                .<Outcome>map(Outcome.Failed::new)
                .orElse(DONE);
    }

    Outcome remove(Remove move, Progress progress) {
        if (move.keep().isEmpty()) {
            var refused = lead(Weights.NONE);
            return refused.isPresent()
                    ? new Outcome.Failed(refused.get())
                    : slots.stream()
                            .map(slot -> empty(slot, move.visit(), progress))
                            .filter(Outcome.Failed.class::isInstance)
                            .findFirst()
                            .orElse(DONE);
        }
        var kept = holding(move.keep());
        if (kept.isEmpty()) {
            return new Outcome.Failed(move.keep() + " is in neither slot: what stands there is left alone");
        }
        var old = other(kept.get());
        var share = proxy.written().share(old);
        return share > 0
                ? new Outcome.Failed("slot " + old.name() + " still serves " + share + " % of the users")
                : empty(old, move.visit(), progress);
    }

    private Optional<Slot> serving() {
        var weights = proxy.written();
        return slots.stream()
                .filter(weights::lead)
                .max((one, other) -> Integer.compare(weights.share(one), weights.share(other)));
    }

    /** Whether users have to come back to the slot; one that serves alone may hold the version with another artifact. */
    private boolean isBesideAnother(Slot slot) {
        return !proxy.written().lead(slot) || !in(other(slot)).versions().isEmpty();
    }

    private boolean isWhole(Slot slot, String version) {
        var there = in(slot);
        return there.versions().equals(Set.of(version)) && there.instances(version) == 100;
    }

    private Slot other(Slot slot) {
        return slots.get(1 - slots.indexOf(slot));
    }

    private Optional<String> lead(Weights weights) {
        return proxy.lead(weights);
    }

    private static Optional<String> failure(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    }

    private Report.Running in(Slot slot) {
        var report = installer.probe(slot.place(), equipment);
        if (report instanceof Report.Running running) {
            return running;
        }
        throw new TryAgain("slot " + slot.name() + " of " + settings.target().component()
                + " does not say what is there: " + ((Report.Unknown) report).reason());
    }
}
