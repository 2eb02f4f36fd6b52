package dev.slipway.crash;

import java.util.Random;

/**
 * Whom {@code kill -9} hits during a release, and when.
 *
 * @param moment when, as a part of the time from the vote to the end; before the vote where it is negative
 * @param within how many milliseconds after the next beginning of a command from then on; -1 where none is waited for
 * @param hard the commands die as well, as when the machine dies; of a target, the command dies and not the version
 * @param again how many milliseconds after its new start the server dies once more; 0 where it does not
 * @param stranger whether another agent comes in the dead one's place, from another machine
 */
record Blow(Kind kind, double moment, int within, boolean hard, int again, boolean stranger) {

    enum Kind {
        SERVER,
        AGENT,
        TARGET
    }

    private static final int STARTING = 9000;
    private static final int WORKING = 800;

    static Blow random(Kind kind, Random random) {
        var early = random.nextInt(6) == 0;
        var hard = random.nextInt(3) == 0;
        return new Blow(
                kind,
                early ? -random.nextDouble() : random.nextDouble(),
                hard || random.nextBoolean() ? random.nextInt(WORKING) : -1,
                hard,
                random.nextInt(4) == 0 ? 1 + random.nextInt(STARTING) : 0,
                random.nextInt(4) == 0);
    }

    /** @param usual how many milliseconds such a release takes from the vote to its end */
    void await(Voyage voyage, long usual, Ledger ledger) throws InterruptedException {
        if (moment < 0) {
            voyage.awaitOpening();
        } else {
            voyage.awaitApproval();
        }
        Thread.sleep((long) (Math.abs(moment) * usual));
        if (within >= 0) {
            while (ledger.working().isEmpty() && voyage.state().isEmpty()) {
                Thread.sleep(10);
            }
            Thread.sleep(within);
        }
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%s at %.2f".formatted(kind, moment));
        if (within >= 0) {
            text.append(", %d ms into a move".formatted(within));
        }
        if (hard) {
            text.append(kind == Kind.TARGET ? ", its command" : ", with its commands");
        }
        if (kind == Kind.SERVER && again > 0) {
            text.append(", and once more %d ms after the start".formatted(again));
        }
        if (kind == Kind.AGENT && stranger) {
            text.append(", followed by a stranger");
        }
        return text.toString();
    }
}
