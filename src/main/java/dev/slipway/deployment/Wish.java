package dev.slipway.deployment;

import dev.slipway.deployment.Move.Kind;

/**
 * What a release wants to be done with its candidate on a spot.
 *
 * @param share percent of the instances or users
 * @param unavailable percent of the instances that may be out at the same time
 */
record Wish(Kind kind, int share, int unavailable) {

    static Wish install(int share, int unavailable) {
        return new Wish(Kind.INSTALL, within(share), within(unavailable));
    }

    static Wish beside() {
        return new Wish(Kind.BESIDE, 0, 100);
    }

    static Wish shift(int share, int unavailable) {
        return new Wish(Kind.SHIFT, within(share), within(unavailable));
    }

    static Wish retire() {
        return new Wish(Kind.RETIRE, 100, 100);
    }

    /** Where two versions cannot stand beside each other, instances are moved instead of users. */
    Wish onOnePlace() {
        return kind == Kind.SHIFT ? install(share, unavailable) : this;
    }

    /** Whether there is nothing to do where two versions cannot stand beside each other. */
    boolean needsTwoPlaces() {
        return kind == Kind.BESIDE || kind == Kind.RETIRE;
    }

    /** Whether it brings the artifact there, so that the artifact has to be as it was. */
    boolean brings() {
        return kind == Kind.INSTALL || kind == Kind.BESIDE;
    }

    private static int within(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a share is 1 to 100 percent, not " + percent);
        }
        return percent;
    }
}
