package dev.slipway.quality.analysis;

import dev.slipway.release.AcceptanceCriterion;
import java.util.Objects;

/** Which side of a figure is good. */
enum Threshold {
    AT_MOST("<=") {
        @Override
        boolean holds(double value, double limit) {
            return value <= limit;
        }
    },
    BELOW("<") {
        @Override
        boolean holds(double value, double limit) {
            return value < limit;
        }
    },
    AT_LEAST(">=") {
        @Override
        boolean holds(double value, double limit) {
            return value >= limit;
        }
    },
    ABOVE(">") {
        @Override
        boolean holds(double value, double limit) {
            return value > limit;
        }
    };

    private final String symbol;

    Threshold(String symbol) {
        this.symbol = symbol;
    }

    static Threshold of(AcceptanceCriterion criterion) {
        for (var threshold : values()) {
            if (threshold.symbol.equals(criterion.comparison())) {
                return threshold;
            }
        }
        throw new IllegalArgumentException("'" + criterion.comparison() + "' is no comparison");
    }

    static boolean holds(AcceptanceCriterion criterion, double value) {
        return of(criterion).holds(value, Objects.requireNonNull(criterion.threshold()));
    }

    abstract boolean holds(double value, double limit);

    boolean isUpper() {
        return this == AT_MOST || this == BELOW;
    }
}
