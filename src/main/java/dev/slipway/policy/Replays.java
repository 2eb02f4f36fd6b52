package dev.slipway.policy;

import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.People;
import dev.slipway.identity.Rights;
import dev.slipway.policy.Replaying.Busy;
import dev.slipway.policy.Replaying.Forbidden;
import dev.slipway.policy.Replaying.Refused;
import dev.slipway.policy.Replaying.Started;
import dev.slipway.policy.Replaying.Unknown;
import dev.slipway.policy.spi.ReleaseEnds;
import dev.slipway.policy.spi.TableLibrary;
import dev.slipway.policy.spi.TableLibrary.Flaw;
import dev.slipway.policy.spi.TableLibrary.Reading;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Holds a changed table against every decision that its predecessors made. Nothing changes by it; that it was done is journaled. */
@Service
public class Replays {

    private static final int REMEMBERED = 5;

    private final TableLibrary tables;
    private final EvaluationRows evaluations;
    private final ReleaseEnds ends;
    private final ReplayCrew crew;
    private final ReplaySettings settings;
    private final Judging judging;
    private final Acting acting;
    private final Rights rights;
    private final Clock clock;
    private final Deque<Replay> newest = new ArrayDeque<>();

    Replays(
            TableLibrary tables,
            EvaluationRows evaluations,
            ReleaseEnds ends,
            ReplayCrew crew,
            ReplaySettings settings,
            People people,
            Acting acting,
            Rights rights,
            Clock clock) {
        this.tables = tables;
        this.evaluations = evaluations;
        this.ends = ends;
        this.crew = crew;
        this.settings = settings;
        this.judging = new Judging(new ApprovalQuestion(people));
        this.acting = acting;
        this.rights = rights;
        this.clock = clock;
    }

    /** Whether the actor may replay: whoever may change the catalogue, which holds for all products, may. */
    public boolean allowed() {
        return rights.may(acting.now(), Act.APPLY_CATALOG, Rights.EVERYTHING);
    }

    /** The largest table that is taken, in bytes. */
    public long largest() {
        return settings.largest().toBytes();
    }

    /** Begins to hold a changed table against all past decisions; one at a time on each node. */
    public Replaying start(String table, String file, byte[] content) {
        if (!allowed()) {
            return new Forbidden(
                    acting.now().id()
                            + " may not replay policies. Somebody who administers rights can grant apply-catalog for everything.");
        }
        if (tables.versions(table).isEmpty()) {
            return new Unknown(table);
        }
        if (content.length == 0 || content.length > settings.largest().toBytes()) {
            var reason = content.length == 0
                    ? "is empty; send the DMN file"
                    : "has " + content.length + " bytes; at most " + settings.largest() + " are taken";
            return new Refused(List.of(new Flaw(file, 0, "the file", reason)));
        }
        var reading = tables.read(table, file, content);
        return reading instanceof Reading.Flawed flawed
                ? new Refused(flawed.flaws())
                : begin(table, file, content, ((Reading.Sound) reading).trial());
    }

    private synchronized Replaying begin(String table, String file, byte[] content, TableLibrary.Trial trial) {
        var running = newest.stream()
                .filter(replay -> replay.stage() == Replay.Stage.RUNNING)
                .findFirst();
        if (running.isPresent()) {
            return new Busy(running.get());
        }
        var replay = new Replay(
                UUID.randomUUID().toString(),
                table,
                file,
                sha256(content),
                acting.now(),
                clock.instant(),
                evaluations.count(table));
        newest.addFirst(replay);
        if (newest.size() > REMEMBERED) {
            newest.removeLast();
        }
        crew.run(replay, new ReplayRun(replay, trial, judging), evaluations.last());
        return new Started(replay);
    }

    /** A replay of this node that is still remembered. */
    public synchronized Optional<Replay> find(String id) {
        return newest.stream().filter(replay -> replay.id().equals(id)).findFirst();
    }

    /** The newest replays of a table on this node, newest first. */
    public synchronized List<Replay> of(String table) {
        return newest.stream().filter(replay -> replay.table().equals(table)).toList();
    }

    /** Decisions that would be others, oldest first, after this one (from the first where 0), with how their releases really ended. */
    public List<Changed> changed(Replay replay, @Nullable Difference only, long after, int limit) {
        var findings = replay.findings(only, after, limit);
        var ended = ends.of(findings.stream()
                .map(Replay.Finding::release)
                .filter(release -> !release.isEmpty())
                .collect(Collectors.toSet()));
        return findings.stream()
                .map(finding -> new Changed(
                        finding.id(),
                        finding.release(),
                        finding.at(),
                        finding.difference(),
                        finding.before(),
                        finding.after(),
                        finding.release().isEmpty()
                                ? "never started"
                                : ended.getOrDefault(finding.release(), "unknown")))
                .toList();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
