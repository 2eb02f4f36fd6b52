package dev.slipway.quality;

import static dev.slipway.quality.Neighbourhood.BUILD;
import static dev.slipway.quality.Neighbourhood.NOW;
import static dev.slipway.quality.Neighbourhood.RELEASE;
import static java.util.Objects.requireNonNull;

import dev.slipway.Database;
import dev.slipway.journal.CurrentActor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;

/** The module on a real database; every call is a transaction, as in the application. */
class Laboratory {

    static final String GREEN = report("unit", 0);

    final Database database;
    final Quality quality;

    Laboratory(Database database, Neighbours neighbours) {
        this(database, neighbours, () -> BUILD);
    }

    Laboratory(Database database, Neighbours neighbours, CurrentActor actor) {
        var transactions = requireNonNull(database.transactions().getTransactionManager());
        this.database = database;
        this.quality = new Quality(
                neighbours,
                new ContentRepository(database.jdbc(), transactions),
                new EvidenceRepository(database.jdbc()),
                new GateRepository(database.jdbc()),
                actor,
                database.events(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** A suite of three cases, of which so many failed. */
    static String report(String suite, int failures) {
        var cases = new StringBuilder();
        for (int number = 0; number < 3; number++) {
            cases.append("<testcase name='t").append(number).append("' time='0.1'>");
            cases.append(number < failures ? "<failure message='no'/>" : "").append("</testcase>");
        }
        return "<testsuite name='" + suite + "' tests='3' failures='" + failures + "' errors='0' skipped='0'>" + cases
                + "</testsuite>";
    }

    Attaching junit(String name, String report) {
        return attach(name, Evidence.Kind.JUNIT, name + ".xml", report.getBytes(StandardCharsets.UTF_8));
    }

    Attaching document(String name, String fileName, String content) {
        return attach(name, Evidence.Kind.DOCUMENT, fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    Attaching attach(String name, Evidence.Kind kind, String fileName, byte[] content) {
        return requireNonNull(
                database.transactions().execute(status -> quality.attach(RELEASE, name, kind, fileName, content)));
    }

    Gate assess(String gate) {
        return requireNonNull(database.transactions().execute(status -> quality.assess(RELEASE, gate)));
    }

    int rows(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
