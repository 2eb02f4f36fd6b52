package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the catalogue says now, kept in memory for as long as its token in the database is the same. */
@Service
class CurrentCatalog {

    private final CatalogRows rows;
    private volatile @Nullable Snapshot last;

    CurrentCatalog(CatalogRows rows) {
        this.rows = rows;
    }

    Everything now() {
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
