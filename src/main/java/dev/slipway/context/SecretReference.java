package dev.slipway.context;

/**
 * One version of a secret, without its value.
 *
 * @param version from 1; 0 where it has no value yet
 */
public record SecretReference(String context, String name, int version) {

    @Override
    public String toString() {
        return "the secret " + name + " of the context " + context;
    }
}
