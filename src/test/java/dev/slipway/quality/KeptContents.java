package dev.slipway.quality;

import static java.util.Objects.requireNonNull;

import dev.slipway.Database;

/** Where documents are kept, for tests of the packages within. */
public final class KeptContents {

    private KeptContents() {}

    public static ContentRepository in(Database database) {
        return new ContentRepository(
                database.jdbc(), requireNonNull(database.transactions().getTransactionManager()));
    }
}
