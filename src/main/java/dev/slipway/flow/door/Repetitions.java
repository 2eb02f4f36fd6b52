package dev.slipway.flow.door;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Lets the same thing be said once a minute and counts the rest, so that whoever hammers at the door does not fill the record. */
final class Repetitions {

    private static final Duration APART = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Map<Object, Said> said = new HashMap<>();

    /** Returns how often it was not said since the last time; empty where it is not to be said now. */
    synchronized OptionalInt admit(Object what, Instant now) {
        var last = said.get(what);
        if (last != null && now.isBefore(last.at.plus(APART))) {
            said.put(what, new Said(last.at, last.unsaid + 1));
            return OptionalInt.empty();
        }
        if (said.size() >= MOST) {
            said.values().removeIf(old -> !now.isBefore(old.at.plus(APART)));
        }
        if (said.size() < MOST) {
            said.put(what, new Said(now, 0));
        }
        return OptionalInt.of(last == null ? 0 : last.unsaid);
    }

    private record Said(Instant at, int unsaid) {}
}
