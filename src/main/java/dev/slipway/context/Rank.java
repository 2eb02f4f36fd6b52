package dev.slipway.context;

import java.util.Comparator;

/**
 * How closely a context is attached; the greater one is stronger.
 *
 * @param where 0 for any environment, 1 for one by its labels, 2 by its name
 * @param what 0 for any product, 1 for one by its labels, 2 by its name, 3 for one component
 */
record Rank(int where, int what, int priority, String context) implements Comparable<Rank> {

    private static final Comparator<Rank> ORDER = Comparator.comparingInt(Rank::sides)
            .thenComparingInt(Rank::where)
            .thenComparingInt(Rank::what)
            .thenComparingInt(Rank::priority)
            .thenComparing(Rank::context, Comparator.reverseOrder());

    private int sides() {
        return (where > 0 ? 1 : 0) + (what > 0 ? 1 : 0);
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }

    /** Why this one outweighs a weaker one, in words. */
    String over(Rank weaker) {
        if (sides() != weaker.sides()) {
            return weaker.sides() == 0
                    ? "what is attached to something counts more than what holds everywhere"
                    : "a product and an environment together count more than one of them";
        }
        if (where != weaker.where) {
            return weaker.where == 0
                    ? "an environment counts more than a product"
                    : "an environment's name counts more than its labels";
        }
        if (what != weaker.what) {
            return what == 3
                    ? "a component counts more than its product"
                    : "a product's name counts more than its labels";
        }
        return priority != weaker.priority
                ? "its priority " + priority + " is higher than " + weaker.priority
                : "both are attached alike, and its key comes first; give one of them a priority";
    }
}
