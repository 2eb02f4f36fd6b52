package dev.slipway.catalog;

import dev.slipway.catalog.Applying.Applied;
import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.Applying.Refused;
import dev.slipway.identity.Acting;
import dev.slipway.journal.Actor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Applies the configured documents before Slipway answers anybody, and refuses to start where they are wrong. */
@Component
class CatalogAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogAtStart.class);

    private final String location;
    private final AsSystem application;
    private volatile boolean running;

    @Autowired
    CatalogAtStart(CatalogProperties properties, Catalog catalog, Acting acting) {
        this(properties.location(), documents -> acting.as(Actor.SYSTEM, () -> catalog.apply(documents)));
    }

    CatalogAtStart(String location, AsSystem application) {
        this.location = location;
        this.application = application;
    }

    @Override
    public void start() {
        if (!location.isBlank()) {
            apply();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which comes near the end. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void apply() {
        var answer = application.apply(read());
        if (answer instanceof Refused refused) {
            throw new CatalogRefused(location, refused.problems());
        }
        var changes = ((Applied) answer).changes();
        LOG.info("Applied the catalogue of {}: {}", location, changes.isEmpty() ? "nothing has changed" : changes);
    }

    private List<SourceDocument> read() {
        try {
            return new CatalogFolder(Path.of(location)).read();
        } catch (IOException failure) {
            throw new CatalogRefused(location, List.of(new Problem(location, 1, "cannot be read: " + failure)));
        }
    }

    /** Applies in the name of Slipway itself. */
    @FunctionalInterface
    interface AsSystem {
        Applying apply(List<SourceDocument> documents);
    }
}
