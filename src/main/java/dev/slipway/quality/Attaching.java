package dev.slipway.quality;

/** How attaching evidence ended. */
public sealed interface Attaching {

    record Attached(Evidence evidence) implements Attaching {}

    /**
     * @param field which part is wrong: {@code name}, {@code fileName}, {@code content} or {@code release}; {@code actor} where the right is missing, {@code state}
     *     where the release has ended
     */
    record Refused(String field, String reason) implements Attaching {}
}
