package dev.slipway.flow.engine;

import dev.slipway.flow.Reload;
import dev.slipway.flow.library.ModelLibrary;
import dev.slipway.flow.library.ModelsRefused;
import dev.slipway.flow.library.ModelsRejected;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over what is changed in the folder of models while Slipway runs. Each node looks at its own folder and acts only when that has changed, so that
 * nodes with different folders do not undo each other's work again and again; and of several that see the same change one deploys it.
 */
@Component
public class ModelReload {

    private static final Logger LOG = LoggerFactory.getLogger(ModelReload.class);

    private final Installation installation;
    private final ModelLibrary library;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String place;
    private @Nullable Map<String, String> settled;
    private @Nullable Map<String, String> seen;
    private volatile @Nullable Reload last;

    ModelReload(
            Installation installation,
            ModelLibrary library,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.installation = installation;
        this.library = library;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.place = library.place();
    }

    /** Acts on a change that has stayed the same since the look before: whoever saves several files is not disturbed halfway. */
    public synchronized void look() {
        var now = library.folder();
        if (settled == null) {
            settled = now;
        }
        var steady = now.equals(seen);
        seen = now;
        if (steady && !now.equals(settled)) {
            reload(now);
        }
    }

    /** Looks at once, whether anything seems to have changed or not. */
    public synchronized Reload now() {
        return reload(library.folder());
    }

    /** How the last change ended; empty while none was seen since the start. */
    public Optional<Reload> last() {
        return Optional.ofNullable(last);
    }

    private Reload reload(Map<String, String> folder) {
        var reload = install(folder);
        settled = folder;
        last = reload;
        return reload;
    }

    /** A folder that is gone for a moment must not bring other rules into force. */
    private Reload gone() {
        LOG.warn("There are no models in {} any more; those in force stay", place);
        return new Reload.Refused(
                clock.instant(),
                List.of(
                        new Reload.Flaw(
                                place,
                                0,
                                "the folder",
                                "is gone or empty; put it back, or start Slipway anew to follow the models that it brings along")));
    }

    private Reload install(Map<String, String> folder) {
        if (folder.isEmpty() || !library.place().equals(place)) {
            return gone();
        }
        try {
            return installation.install()
                    ? new Reload.Deployed(clock.instant())
                    : new Reload.Unchanged(clock.instant());
        } catch (ModelsRefused refused) {
            LOG.warn("The models in force stay: {}", refused.getMessage());
            transactions.executeWithoutResult(
                    status -> events.publishEvent(new ModelsRejected(folder, refused.flaws())));
            return new Reload.Refused(
                    clock.instant(),
                    refused.flaws().stream()
                            .map(flaw -> new Reload.Flaw(flaw.file(), flaw.line(), flaw.element(), flaw.reason()))
                            .toList());
        }
    }
}
