package dev.slipway.deployment;

import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;

/**
 * What is, or was, on a spot.
 *
 * @param version empty where nothing is
 * @param location where its artifact lies; empty where that is not known
 * @param context the digest of what contexts gave it; empty for nothing
 * @param given what its target's description gave it
 */
record Placed(String version, Digest artifact, String location, ReleaseId release, String context, Given given) {

    /** Stands for the artifact of nothing: the digest of no bytes. */
    static final Digest NO_ARTIFACT = new Digest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    static final Placed NOTHING = new Placed("", NO_ARTIFACT, "", new ReleaseId(""), "", Given.UNKNOWN);

    /** The same with what something else was given: what takes a thing away needs what put it there. */
    Placed withWhatWasGiven(KeptMove other) {
        return new Placed(version, artifact, location, release, other.context(), other.given());
    }

    boolean isNothing() {
        return version.isEmpty();
    }
}
