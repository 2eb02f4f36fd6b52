package dev.slipway.release;

/**
 * The key of a release, which is also the business key of its flow: {@code payments-2.1.0}; the same version released again is {@code payments-2.1.0-r2}.
 */
public record ReleaseId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
