package dev.slipway.deployment;

import dev.slipway.release.ReleaseId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The logs of work steps: chunked, masked, bounded to a megabyte a visit. */
@Service
public class WorkLog {

    private static final long LIMIT = 1024 * 1024;
    private static final String CUT = "[the log is longer than 1 MiB and was cut here]\n";

    private final WorkLogRepository rows;
    private final TransactionTemplate apart;
    private final Clock clock;

    WorkLog(WorkLogRepository rows, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Adds to a visit's log, in a transaction of its own. */
    public void append(ReleaseId release, String visit, String step, String text) {
        append(release, visit, step, text, List.of());
    }

    /** Adds to a visit's log without the given secrets. */
    void append(ReleaseId release, String visit, String step, String text, Collection<String> secrets) {
        var masked = SecretMask.mask(text, secrets);
        if (masked.isEmpty()) {
            return;
        }
        try {
            apart.executeWithoutResult(status -> write(release, visit, step, masked));
        } catch (DuplicateKeyException openedMeanwhile) {
            apart.executeWithoutResult(status -> write(release, visit, step, masked));
        }
    }

    private void write(ReleaseId release, String visit, String step, String text) {
        var known = rows.lock(visit);
        var size = known.orElse(WorkLogRepository.Size.NOTHING);
        if (size.bytes() >= LIMIT) {
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var room = (int) Math.min(bytes.length, LIMIT - size.bytes());
        var whole = room == bytes.length;
        var piece = whole ? text : cut(bytes, room);
        var after = size.plus(whole ? room : LIMIT);
        if (known.isPresent()) {
            rows.resize(visit, after);
        } else {
            rows.open(release, visit, step, clock.instant(), after);
        }
        rows.append(visit, size.chunks(), piece);
    }

    /** Cuts between two characters. */
    private static String cut(byte[] bytes, int room) {
        var end = room;
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + "\n" + CUT;
    }

    /** Returns the log of a visit from the given chunk on. */
    public List<Chunk> read(String visit, int from) {
        return rows.read(visit, from);
    }

    /** The visits of a release that have a log, oldest first. */
    public List<Visit> visits(ReleaseId release) {
        return rows.visits(release);
    }

    /** Some lines, as they came. */
    public record Chunk(int number, String text) {}

    /** One run of one step. */
    public record Visit(String visit, String step, Instant startedAt) {}
}
