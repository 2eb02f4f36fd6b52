package dev.slipway.deployment;

import dev.slipway.deployment.spi.Progress;
import java.time.Instant;

/** Writes what a move says into its log, piece by piece and without its secrets. Closing it writes the rest. */
final class Telling implements Progress, AutoCloseable {

    private final KeptMove move;
    private final WorkLog log;
    private final MoveRecord record;
    private final SecretMask mask;

    Telling(KeptMove move, Site site, WorkLog log, MoveRecord record) {
        this.move = move;
        this.log = log;
        this.record = record;
        this.mask = new SecretMask(site.secrets());
    }

    @Override
    public synchronized void log(String text) {
        write(mask.next(text));
    }

    @Override
    public void started(long pid, Instant startedAt) {
        record.started(move, pid, startedAt);
    }

    @Override
    public synchronized void close() {
        write(mask.rest());
    }

    private void write(String masked) {
        log.append(move.move().release(), move.move().visit(), step(), masked);
    }

    private String step() {
        var environment = move.move().environment();
        if (move.move().direction() == Move.Direction.BACK) {
            return "restore in " + environment;
        }
        return switch (move.move().kind()) {
            case INSTALL -> "deploy to " + environment;
            case BESIDE -> "install beside in " + environment;
            case SHIFT -> "shift traffic in " + environment;
            case RETIRE -> "remove old in " + environment;
        };
    }
}
