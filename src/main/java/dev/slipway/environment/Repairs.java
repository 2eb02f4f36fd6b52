package dev.slipway.environment;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.environment.EnvironmentEvent.RepairDue;
import dev.slipway.release.Flaw;
import dev.slipway.release.Releases;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides whether drift is put right. That is a further deployment of the release that is planned there, so it begins only when that release has ended: one that
 * is under way has people who look after it.
 */
@Service
public class Repairs {

    private final DriftRows rows;
    private final Catalog catalog;
    private final ObjectProvider<Releases> releases;
    private final Permission permission;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    Repairs(
            DriftRows rows,
            Catalog catalog,
            ObjectProvider<Releases> releases,
            Permission permission,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.catalog = catalog;
        this.releases = releases;
        this.permission = permission;
        this.events = events;
        this.transactions = transactions;
    }

    /** Does what the environment says about drift that was just seen. */
    void begin(Drift drift) {
        var rule =
                catalog.environment(drift.environment()).map(Environment::drift).orElse(Environment.Drift.TELL);
        if (rule != Environment.Drift.TELL && hasEnded(drift)) {
            due(drift, rule == Environment.Drift.ASK);
        }
    }

    /** Has drift put right because somebody says so, whatever the environment does by itself. Returns what speaks against it. */
    public List<Flaw> putRight(EnvironmentKey environment, ComponentKey component) {
        if (!permission.given(component.product())) {
            return List.of(new Flaw(
                    Flaw.ACTOR,
                    "You may not intervene at " + component.product()
                            + ". Ask for that right in the product's document."));
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            var drift = rows.open(new Spot(environment, component)).map(DriftRows.Told::drift);
            if (drift.isEmpty()) {
                return List.of(new Flaw(Flaw.STATE, component + " in " + environment + " is as it is planned."));
            }
            if (!hasEnded(drift.get())) {
                return List.of(
                        new Flaw(
                                Flaw.STATE,
                                component + " in " + environment + " was put there by "
                                        + drift.get().release()
                                        + ", which is still under way or no release of Slipway's. Only a release puts it right."));
            }
            due(drift.get(), false);
            return List.of();
        }));
    }

    /** The drift with this number, as long as it lasts. */
    public Optional<Drift> lasting(long number) {
        return rows.find(number).filter(drift -> drift.endedAt() == null);
    }

    private void due(Drift drift, boolean asks) {
        rows.repair(drift.number());
        events.publishEvent(new RepairDue(drift, asks));
    }

    private boolean hasEnded(Drift drift) {
        return releases.getObject()
                .find(drift.release())
                .filter(release -> release.state().ended())
                .isPresent();
    }
}
