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
 * @param flag the name of the product's flag that hides what is new until it is shown; empty where none does
 * @param audience who is shown it first, by the name of one of the product's audiences; empty where everybody is alike
 * @param acceptance by what it is judged once users have it
 */
public record Delivery(
        String strategy,
        List<Stage> stages,
        @Nullable Duration keepOld,
        int maxUnavailable,
        String flag,
        String audience,
        Acceptance acceptance) {

    @SuppressWarnings("NullAway") // plans written before there were flags and acceptance
    public Delivery {
        flag = Objects.requireNonNullElse(flag, "");
        audience = Objects.requireNonNullElse(audience, "");
        acceptance = Objects.requireNonNullElse(acceptance, Acceptance.NONE);
    }

    /** The policy chooses, and everything else is as the flow has it. */
    public static final Delivery BY_POLICY = new Delivery("", List.of());

    /** A delivery that is as the flow has it but for its strategy and its stages. */
    public Delivery(String strategy, List<Stage> stages) {
        this(strategy, stages, null, 0);
    }

    /** A delivery whose features are behind no flag. */
    public Delivery(String strategy, List<Stage> stages, @Nullable Duration keepOld, int maxUnavailable) {
        this(strategy, stages, keepOld, maxUnavailable, "", "");
    }

    /** A delivery that is judged by its health alone. */
    public Delivery(
            String strategy,
            List<Stage> stages,
            @Nullable Duration keepOld,
            int maxUnavailable,
            String flag,
            String audience) {
        this(strategy, stages, keepOld, maxUnavailable, flag, audience, Acceptance.NONE);
    }

    /** The same, judged by something else. */
    public Delivery with(Acceptance other) {
        return new Delivery(strategy, stages, keepOld, maxUnavailable, flag, audience, other);
    }

    /**
     * One step of a delivery.
     *
     * @param share percent of the users or instances that have the new version, 1 to 100
     * @param soak how long that is looked at before the next step
     */
    public record Stage(int share, Duration soak) {}
}
