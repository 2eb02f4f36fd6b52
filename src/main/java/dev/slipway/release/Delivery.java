package dev.slipway.release;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How users are to be moved to the version in production.
 *
 * @param strategy as the table {@code choose-strategy} spells it; empty where the table is to choose
 * @param stages growing shares, and how long each is looked at; empty where those of the flow hold
 * @param keepOld how long the old version stands ready after users have left it; null where the flow says so
 * @param maxUnavailable percent of the instances that may be out at the same time; 0 where the flow says so
 * @param acceptance by what it is judged once users have it
 */
public record Delivery(
        String strategy, List<Stage> stages, @Nullable Duration keepOld, int maxUnavailable, Acceptance acceptance) {

    /** The policy chooses, and everything else is as the flow has it. */
    public static final Delivery BY_POLICY = new Delivery("", List.of());

    /** A delivery that is as the flow has it but for its strategy and its stages. */
    public Delivery(String strategy, List<Stage> stages) {
        this(strategy, stages, null, 0, Acceptance.NONE);
    }

    /** A delivery that is judged by its health alone. */
    public Delivery(String strategy, List<Stage> stages, @Nullable Duration keepOld, int maxUnavailable) {
        this(strategy, stages, keepOld, maxUnavailable, Acceptance.NONE);
    }

    /** Plans that are older than acceptance have none. */
    public Delivery {
        acceptance = Objects.requireNonNullElse(acceptance, Acceptance.NONE);
    }

    /** The same, judged by something else. */
    public Delivery with(Acceptance other) {
        return new Delivery(strategy, stages, keepOld, maxUnavailable, other);
    }

    /**
     * One step of a delivery.
     *
     * @param share percent of the users or instances that have the new version, 1 to 100
     * @param soak how long that is looked at before the next step
     */
    public record Stage(int share, Duration soak) {}
}
