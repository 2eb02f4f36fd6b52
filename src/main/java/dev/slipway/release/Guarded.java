package dev.slipway.release;

import dev.slipway.identity.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a change through to a locked release if the actor has the right, gives a reason, and the release has not ended. */
@Component
class Guarded {

    private final Surroundings around;
    private final ReleaseRows releases;
    private final TransactionTemplate transactions;

    Guarded(Surroundings around, ReleaseRows releases, TransactionTemplate transactions) {
        this.around = around;
        this.releases = releases;
        this.transactions = transactions;
    }

    /**
     * @param words what the actor wants to do, as in "may not hold payments"
     * @param reason absent where none is needed
     */
    Change change(ReleaseId id, Act act, String words, Optional<String> reason, Function<Release, Change> change) {
        return transactions.execute(status -> {
            var found = releases.lock(id);
            if (found.isEmpty()) {
                return new Change.Unknown(id);
            }
            var release = found.get();
            var flaws = flaws(release, act, words, reason);
            return flaws.isEmpty() ? change.apply(release) : new Change.Refused(flaws);
        });
    }

    private List<Flaw> flaws(Release release, Act act, String words, Optional<String> reason) {
        if (!around.may(act, release.product())) {
            return List.of(Forbidden.flaw(around.actor(), words + " releases of", release.product()));
        }
        var flaws = new ArrayList<Flaw>();
        if (release.state().ended()) {
            flaws.add(new Flaw(
                    Flaw.STATE,
                    release.id() + " has ended: " + name(release.state())
                            + ". Nothing about it can change; open a new release."));
        }
        reason.ifPresent(text -> {
            if (text.isBlank()) {
                flaws.add(new Flaw("reason", "Say why. The reason goes into the journal."));
            }
            PlanInspection.bounded(flaws, "reason", text, PlanInspection.MAX_REASON);
        });
        return List.copyOf(flaws);
    }

    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
