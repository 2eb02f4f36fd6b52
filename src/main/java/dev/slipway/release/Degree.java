package dev.slipway.release;

/** How likely a risk is, or how bad it would be. */
public enum Degree {
    LOW(0),
    MEDIUM(1),
    HIGH(2);

    private final int points;

    Degree(int points) {
        this.points = points;
    }

    int points() {
        return points;
    }
}
