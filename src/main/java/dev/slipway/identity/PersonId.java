package dev.slipway.identity;

/** A person's user id, as in Camunda's identity service. */
public record PersonId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
