package dev.slipway.benchmark;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Releases straight into the tables: the newest are pending, of the others nine in ten are released. */
final class Seeding {

    private static final int BATCH = 1_000;
    private static final List<String> FELL = List.of("ROLLED_BACK", "REJECTED", "CANCELLED", "SUPERSEDED", "FAILED");
    private final Instant newest = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private final JdbcTemplate jdbc;
    private final int total;
    private final int pending;

    Seeding(JdbcTemplate jdbc, int total, int pending) {
        this.jdbc = jdbc;
        this.total = total;
        this.pending = pending;
    }

    void run() {
        releases();
        waits();
        ends();
        jdbc.execute("analyze");
    }

    private void releases() {
        jdbc.batchUpdate("""
                insert into release_release (id, base, run, product, version, flow, state, requester, planned, plan_version,
                    candidate, opened_at, ended_at, outcome)
                values (?, ?, 1, ?, ?, 'devops-release', ?, 'person:ada', true, 1, 1, ?, ?, ?)""", numbers(total), BATCH, (row, number) -> {
            var state = state(number);
            var opened = newest.minusSeconds(600L * (total - number));
            row.setString(1, id(number));
            row.setString(2, id(number));
            row.setString(3, product(number));
            row.setString(4, version(number));
            row.setString(5, state);
            row.setObject(6, opened.atOffset(ZoneOffset.UTC));
            row.setObject(
                    7, state.equals("PENDING") ? null : opened.plusSeconds(300).atOffset(ZoneOffset.UTC));
            row.setString(8, state.equals("PENDING") ? "" : "In production and watched without a finding");
        });
    }

    private void waits() {
        var waiting = IntStream.range(total - pending, total).boxed().toList();
        jdbc.batchUpdate("""
                insert into flow_waiting (id, release_id, visit, kind, model, activity, reason, whom, since_at)
                values (?, ?, ?, ?, 'approval', 'Activity_Decide', 'Operations', 'operations', ?)""", waiting, BATCH, (row, number) -> {
            row.setString(1, "waiting-" + number);
            row.setString(2, id(number));
            row.setString(3, "visit-" + number);
            row.setString(4, number % 5 == 0 ? "WORK" : "PERSON");
            row.setObject(5, newest.minusSeconds(number % 3600).atOffset(ZoneOffset.UTC));
        });
    }

    private void ends() {
        for (var product = 0; product < Workshop.PRODUCTS; product++) {
            jdbc.update("""
                    insert into release_count (product, state, slot, total)
                    select product, state, 0, count(*) from release_release
                    where product = ? and state <> 'PENDING' group by product, state""", Workshop.product(product).value());
        }
    }

    private static List<Integer> numbers(int total) {
        return IntStream.range(0, total).boxed().toList();
    }

    private String state(int number) {
        if (number >= total - pending) {
            return "PENDING";
        }
        return number % 10 == 0 ? FELL.get(number / 10 % FELL.size()) : "RELEASED";
    }

    private static String product(int number) {
        return Workshop.product(number % Workshop.PRODUCTS).value();
    }

    private static String version(int number) {
        return number / 100 + "." + number % 100 + ".0";
    }

    private static String id(int number) {
        return product(number) + "-" + version(number);
    }
}
