package dev.slipway.context;

import java.util.List;

/** What contexts give a component in an environment, and why each thing is as it is. */
public record Resolution(Snapshot snapshot, List<Reason> reasons) {

    public String digest() {
        return snapshot.digest();
    }

    /**
     * Where one thing comes from.
     *
     * @param kind variable, secret, file or hook
     * @param shown its value; empty for a secret
     * @param words why this context's word counts, for people
     */
    public record Reason(String kind, String name, String shown, String context, String words) {}
}
