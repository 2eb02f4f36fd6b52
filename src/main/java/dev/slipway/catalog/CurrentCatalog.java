package dev.slipway.catalog;

import dev.slipway.transaction.PerTransaction;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What the catalogue says now, kept in memory for as long as its token in the database is the same. A transaction asks for the token once, and so does a piece
 * of work: to its end it sees the catalogue as it was then, or as it has changed it itself.
 */
@Service
class CurrentCatalog {

    private final CatalogRows rows;
    private final PerTransaction<Everything> seen = new PerTransaction<>(this::fresh);
    private volatile @Nullable Snapshot last;

    CurrentCatalog(CatalogRows rows) {
        this.rows = rows;
    }

    Everything now() {
        return seen.value().orElseGet(this::fresh);
    }

    /** Does what reads the catalogue and does not change it; to its end this thread sees the catalogue as it was when it first looked. */
    <T> T during(Callable<T> work) throws Exception {
        return seen.during(work);
    }

    /** The present transaction has changed it. */
    void changed() {
        seen.forget();
    }

    private Everything fresh() {
        var token = rows.token();
        var known = last;
        return known != null && known.token().equals(token) ? known.everything() : load(token);
    }

    /** Loads until nobody has changed the catalogue while it was read. */
    private Everything load(String token) {
        var before = token;
        while (true) {
            var everything = rows.load();
            var after = rows.token();
            if (after.equals(before)) {
                last = new Snapshot(after, everything);
                return everything;
            }
            before = after;
        }
    }

    private record Snapshot(String token, Everything everything) {}
}
