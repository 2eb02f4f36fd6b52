package dev.slipway.deployment;

import dev.slipway.Database;
import dev.slipway.deployment.command.CommandRuns;
import dev.slipway.release.ReleaseId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The whole module on a database, with a target in memory and the other modules in memory around it. */
final class Yard {

    final World world = new World();
    final MemoryTarget target = new MemoryTarget();
    final Database database;
    final WorkLog log;
    final Deployments deployments;
    final MoveRepository moves;

    Yard(Database database) {
        this(database, "here");
    }

    Yard(Database database, String host) {
        this.database = database;
        var transactions = new DataSourceTransactionManager(database.dataSource());
        var clock = Clock.systemUTC();
        var properties =
                new DeploymentProperties(Path.of("target/runs", host), host, Duration.ofSeconds(1), Duration.ofDays(1));
        var adapters = new TargetAdapters(List.of(target), adapter -> adapter);
        moves = new MoveRepository(database.jdbc(), new JdbcTemplate(database.dataSource()));
        log = new WorkLog(new WorkLogRepository(database.jdbc()), transactions, clock);
        var record = new MoveRecord(moves, world, database.events(), transactions, clock, properties);
        var clearance = new Clearance(world, adapters);
        deployments = new Deployments(
                world,
                clearance,
                new Routes(world, clearance, adapters, record),
                record,
                moves,
                new Crane(
                        adapters,
                        record,
                        new Outfitter(world),
                        new Hooks(
                                new Commands(new CommandRuns(properties, clock)),
                                new HookRecord(
                                        new HookRows(database.jdbc()),
                                        database.events(),
                                        transactions,
                                        properties,
                                        clock)),
                        log,
                        clock),
                new Standings(world, moves, record));
    }

    Moving stage(ReleaseId release, String visit) {
        return deployments.deploy(release, World.STAGING, World.SERVICE, 100, visit);
    }

    Moving unstage(ReleaseId release, String visit) {
        return deployments.restore(release, World.STAGING, World.SERVICE, visit);
    }

    /** Brings a version to staging as an earlier release did. */
    ReleaseId alreadyThere(String version) {
        var release = world.release(version);
        stage(release, "earlier-" + version);
        target.acts().clear();
        database.published().clear();
        return release;
    }

    boolean recovered(ReleaseId release) {
        return moves.of(release).stream().allMatch(move -> move.recoveredAt() != null);
    }
}
