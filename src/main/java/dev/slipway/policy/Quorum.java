package dev.slipway.policy;

/**
 * How many of those whom a role can ask have to approve.
 *
 * @param amount people for {@link Kind#COUNT}, percent for {@link Kind#PERCENT}, otherwise 0
 */
public record Quorum(Kind kind, int amount) {

    public static final Quorum ALL = new Quorum(Kind.ALL, 0);
    public static final Quorum FIRST = new Quorum(Kind.FIRST, 0);

    /** How a quorum is counted. */
    public enum Kind {
        /** So many people, however large the group is. */
        COUNT,
        /** A share of those in the group who may decide. */
        PERCENT,
        /** Everybody in the group who may decide. */
        ALL,
        /** Whoever answers first decides for the group. */
        FIRST
    }

    public static Quorum of(int people) {
        return new Quorum(Kind.COUNT, people);
    }

    /** Nothing or less is the first answer, a hundred or more is everybody. */
    public static Quorum percent(int share) {
        if (share <= 0) {
            return FIRST;
        }
        return share >= 100 ? ALL : new Quorum(Kind.PERCENT, share);
    }

    /**
     * How many seats that is in a group where so many may decide: a share is rounded to the nearest, a half up. Never less than one: where nobody may
     * decide, nothing is approved either.
     */
    public int seats(int people) {
        return switch (kind) {
            case COUNT -> amount;
            case PERCENT -> Math.max(1, (people * amount + 50) / 100);
            case ALL -> Math.max(1, people);
            case FIRST -> 1;
        };
    }

    /** As a table writes it: {@code 2}, {@code 60 %}, {@code all}, {@code first}. */
    @Override
    public String toString() {
        return switch (kind) {
            case COUNT -> String.valueOf(amount);
            case PERCENT -> amount + " %";
            case ALL -> "all";
            case FIRST -> "first";
        };
    }
}
