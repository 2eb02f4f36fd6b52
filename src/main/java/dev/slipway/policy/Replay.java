package dev.slipway.policy;

import dev.slipway.journal.Actor;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What a changed table would have done to past decisions; kept in this node's memory only, for as long as it is among the newest. */
public final class Replay {

    private static final int MOST_FINDINGS = 100_000;

    private final String id;
    private final String table;
    private final String file;
    private final String digest;
    private final Actor by;
    private final Instant startedAt;
    private final long decisions;
    private final Map<Difference, Long> counts = new ConcurrentHashMap<>();
    private final AtomicInteger distinct = new AtomicInteger();
    private final List<Finding[]> findings = new CopyOnWriteArrayList<>();
    private volatile Stage stage = Stage.RUNNING;
    private volatile @Nullable Instant endedAt;
    private volatile String reason = "";

    Replay(String id, String table, String file, String digest, Actor by, Instant startedAt, long decisions) {
        this.id = id;
        this.table = table;
        this.file = file;
        this.digest = digest;
        this.by = by;
        this.startedAt = startedAt;
        this.decisions = decisions;
    }

    void add(Map<Difference, Long> differences, List<Finding> found) {
        var room =
                MOST_FINDINGS - findings.stream().mapToInt(some -> some.length).sum();
        if (room > 0 && !found.isEmpty()) {
            findings.add(found.subList(0, Math.min(room, found.size())).toArray(Finding[]::new));
        }
        differences.forEach((difference, many) -> counts.merge(difference, many, Long::sum));
    }

    void asked() {
        distinct.incrementAndGet();
    }

    void end(Stage how, String why, Instant at) {
        reason = why;
        endedAt = at;
        stage = how;
    }

    public String id() {
        return id;
    }

    public String table() {
        return table;
    }

    /** The name of the file that the changed table came as. */
    public String file() {
        return file;
    }

    /** Its SHA-256. */
    public String digest() {
        return digest;
    }

    public Actor by() {
        return by;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Null while it runs. */
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public Stage stage() {
        return stage;
    }

    /** Why it was broken off; empty where it was not. */
    public String reason() {
        return reason;
    }

    /** How many decisions there are to look at. */
    public long decisions() {
        return decisions;
    }

    public long done() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many times the table had to be asked: decisions on the same facts are asked once. */
    public int distinct() {
        return distinct.get();
    }

    public Map<Difference, Long> counts() {
        var all = new EnumMap<Difference, Long>(Difference.class);
        for (var difference : Difference.values()) {
            all.put(difference, counts.getOrDefault(difference, 0L));
        }
        return Collections.unmodifiableMap(all);
    }

    /** Decisions that would be others, oldest first, after this one; only those of one kind where one is named. */
    List<Finding> findings(@Nullable Difference only, long after, int limit) {
        return findings.stream()
                .flatMap(Arrays::stream)
                .filter(finding -> finding.id() > after && (only == null || finding.difference() == only))
                .sorted(Comparator.comparingLong(Finding::id))
                .limit(limit)
                .toList();
    }

    /** How far it has come. */
    public enum Stage {
        RUNNING,
        DONE,
        /** It took too long, or something failed; what was found until then stands. */
        STOPPED
    }

    /**
     * One decision that would be another.
     *
     * @param id its place among all decisions
     * @param release empty where none was started
     */
    record Finding(long id, String release, Instant at, Difference difference, String before, String after) {}
}
