package dev.slipway.release;

import dev.slipway.identity.Act;
import dev.slipway.journal.Actor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Keeps the risk register of each release: what could go wrong, who looks after it, and what became of it. */
@Service
public class Risks {

    private static final int MOST = 200;
    private static final int LONGEST_TITLE = 400;
    private static final int LONGEST_MITIGATION = 4_000;

    private final RiskRows rows;
    private final Guarded guarded;
    private final Surroundings around;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Risks(RiskRows rows, Guarded guarded, Surroundings around, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.guarded = guarded;
        this.around = around;
        this.events = events;
        this.clock = clock;
    }

    /** As they stand now, in the order of their numbers. */
    public List<RegisteredRisk> of(ReleaseId release) {
        return rows.current(release);
    }

    /** Every version of each, oldest first. */
    public List<RegisteredRisk> history(ReleaseId release) {
        return rows.all(release);
    }

    /** Enters another risk; it is open, whatever the draft says. */
    public Change raise(ReleaseId release, RiskDraft draft) {
        return change(release, draft, Optional.empty(), found -> {
            var known = rows.current(release);
            if (known.size() >= MOST) {
                return new Change.Refused("title", "A release has at most " + MOST + " risks. Close or join some.");
            }
            keep(risk(release, known.size() + 1, 1, draft, RegisteredRisk.Standing.OPEN));
            return new Change.Made(found);
        });
    }

    /**
     * Sees a risk differently. What lets a release go on that an open high risk would stop is not up to those who had a hand in the risk, nor to whoever
     * asked for the release.
     */
    public Change change(ReleaseId release, int number, RiskDraft draft) {
        return change(release, draft, Optional.of(draft.reason()), found -> {
            var history = rows.all(release).stream()
                    .filter(risk -> risk.number() == number)
                    .toList();
            if (history.isEmpty()) {
                return new Change.Refused("number", release + " has no risk " + number + ".");
            }
            var before = history.get(history.size() - 1);
            var after = risk(release, number, before.version() + 1, draft, draft.standing());
            if (before.blocks() && !after.blocks() && hadAHand(around.actor(), history, found)) {
                return new Change.Refused(
                        Flaw.ACTOR,
                        around.actor().id() + " asked for the release, or has owned or written the risk, and so cannot"
                                + " let it go on with it. Ask somebody else to.");
            }
            keep(after);
            return new Change.Made(found);
        });
    }

    private static boolean hadAHand(Actor actor, List<RegisteredRisk> history, Release release) {
        Predicate<RegisteredRisk> concerned = risk -> risk.changedBy().equals(actor)
                || Actor.person(risk.owner().value()).equals(actor);
        return release.requester().equals(actor) || history.stream().anyMatch(concerned);
    }

    private Change change(ReleaseId id, RiskDraft draft, Optional<String> reason, Function<Release, Change> change) {
        return guarded.change(id, Act.AMEND_RELEASE, "change the risks of", reason, release -> {
            var flaws = flaws(draft);
            return flaws.isEmpty() ? change.apply(release) : new Change.Refused(flaws);
        });
    }

    private List<Flaw> flaws(RiskDraft draft) {
        var flaws = new ArrayList<Flaw>();
        if (draft.title().isBlank()) {
            flaws.add(new Flaw("title", "Say in a few words what could go wrong."));
        }
        PlanInspection.bounded(flaws, "title", draft.title(), LONGEST_TITLE);
        PlanInspection.bounded(flaws, "reason", draft.reason(), PlanInspection.MAX_REASON);
        PlanInspection.bounded(flaws, "mitigation", draft.mitigation(), LONGEST_MITIGATION);
        if (!around.exists(draft.owner())) {
            flaws.add(new Flaw("owner", "Nobody signs in as '" + draft.owner() + "'. Give the id of a person."));
        }
        if (draft.standing() == RegisteredRisk.Standing.MITIGATED
                && draft.mitigation().isBlank()) {
            flaws.add(new Flaw("mitigation", "Say what was done about the risk; otherwise it is not mitigated."));
        }
        return flaws;
    }

    private RegisteredRisk risk(
            ReleaseId release, int number, int version, RiskDraft draft, RegisteredRisk.Standing standing) {
        return new RegisteredRisk(
                release,
                number,
                version,
                draft.title(),
                draft.owner(),
                draft.likelihood(),
                draft.impact(),
                draft.mitigation(),
                standing,
                draft.reason(),
                around.actor(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void keep(RegisteredRisk risk) {
        rows.insert(risk);
        events.publishEvent(new RiskEvent(risk));
    }
}
