package dev.slipway.deployment;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.FlowKey;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import dev.slipway.release.Change;
import dev.slipway.release.Flaw;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.Sequels;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a release back because somebody, or something that watches, wants it to. Nothing in the calendar keeps it waiting. */
@Service
public class RollBacks {

    private static final int LONGEST_REASON = 500;

    private final Releases releases;
    private final Sequels sequels;
    private final Standings standings;
    private final Acting acting;
    private final Rights rights;
    private final TransactionTemplate transactions;

    RollBacks(
            Releases releases,
            Sequels sequels,
            Standings standings,
            Acting acting,
            Rights rights,
            TransactionTemplate transactions) {
        this.releases = releases;
        this.sequels = sequels;
        this.standings = standings;
        this.acting = acting;
        this.rights = rights;
        this.transactions = transactions;
    }

    /**
     * Takes back what the release has changed. One that is under way does so itself, everywhere; for one that has ended another release does. Safe to
     * repeat.
     *
     * @param environment the only one in which an ended release is taken back; null for all
     */
    public RollingBack rollBack(ReleaseId id, @Nullable EnvironmentKey environment, String reason) {
        try {
            return attempt(id, environment, reason);
        } catch (DuplicateKeyException another) {
            return attempt(id, environment, reason);
        }
    }

    private RollingBack attempt(ReleaseId id, @Nullable EnvironmentKey environment, String reason) {
        return transactions.execute(status -> {
            var found = releases.locked(id);
            if (found.isEmpty()) {
                return new RollingBack.Unknown(id);
            }
            var release = found.get();
            if (!rights.may(acting.now(), Act.ROLL_BACK, release.product().value())) {
                return new RollingBack.Refused(
                        Flaw.ACTOR,
                        acting.now().id() + " may not roll back " + release.product()
                                + ". Somebody who administers rights can grant roll-back to one of their groups.");
            }
            return flaw(release, environment, reason)
                    .<RollingBack>map(flaw -> new RollingBack.Refused(List.of(flaw)))
                    .orElseGet(() ->
                            release.state().ended() ? takeBack(release, environment, reason) : goBack(release, reason));
        });
    }

    private Optional<Flaw> flaw(Release release, @Nullable EnvironmentKey environment, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Optional.of(new Flaw(
                    "reason",
                    "Say why, in at most " + LONGEST_REASON + " characters. The reason goes into the journal."));
        }
        if (!release.bringsSomething()) {
            return Optional.of(new Flaw(
                    Flaw.STATE,
                    release.id() + " takes something back itself; there is nothing of its own to take back."));
        }
        return environment != null && !release.state().ended()
                ? Optional.of(new Flaw(
                        "environment",
                        release.id() + " is under way and goes back everywhere. Leave the environment out."))
                : Optional.empty();
    }

    private RollingBack goBack(Release release, String reason) {
        if (standings.of(release.id()).isEmpty()) {
            return new RollingBack.Refused(
                    Flaw.STATE, release.id() + " has not changed anything yet. Cancel it, if it is to stop.");
        }
        var change = releases.rollBack(release.id(), reason);
        return change instanceof Change.Made made
                ? new RollingBack.Asked(made.release())
                : new RollingBack.Refused(((Change.Refused) change).flaws());
    }

    private RollingBack takeBack(Release release, @Nullable EnvironmentKey environment, String reason) {
        var underWay = sequels.of(release.id()).stream()
                .filter(sequel -> sequel.flow().equals(FlowKey.TAKE_BACK)
                        && !sequel.state().ended())
                .findFirst();
        if (underWay.isPresent()) {
            return new RollingBack.TakingBack(underWay.get());
        }
        var left = standings.of(release.id()).stream()
                .filter(standing -> environment == null || environment.equals(standing.environment()))
                .filter(Standing::isToBePutBack)
                .toList();
        return left.isEmpty()
                ? new RollingBack.Refused(Flaw.STATE, nothingLeft(release, environment))
                : new RollingBack.TakingBack(
                        sequels.open(release.id(), FlowKey.TAKE_BACK, environment, reason.strip()));
    }

    private String nothingLeft(Release release, @Nullable EnvironmentKey environment) {
        var where = environment == null ? "anywhere" : "in " + environment;
        return standings.of(release.id()).stream()
                .filter(standing -> standing.state() == Standing.State.OVERTAKEN)
                .filter(standing -> environment == null || environment.equals(standing.environment()))
                .max(Comparator.comparing(Standing::toString))
                .map(standing -> "Nothing of " + release.id() + " is left " + where + ": " + standing + " is at "
                        + standing.now() + " now. Roll that release back instead.")
                .orElse("Nothing of " + release.id() + " is left " + where + ".");
    }
}
