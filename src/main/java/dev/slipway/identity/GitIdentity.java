package dev.slipway.identity;

/** How somebody signed a commit. */
public record GitIdentity(String name, String email) {

    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
