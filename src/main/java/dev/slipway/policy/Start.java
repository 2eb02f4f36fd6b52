package dev.slipway.policy;

import java.util.List;

/**
 * Whether a release may be started by what asks for it.
 *
 * @param allowed one rule that says no outweighs all that say yes
 * @param flows those that it may follow; empty where rules do not say, and any will do
 * @param kinds {@code planned}, {@code rework} or both; empty where rules do not say, and both will do
 * @param evaluation not kept yet, because the release it is about is not there yet
 */
public record Start(boolean allowed, List<String> flows, List<String> kinds, Evaluation evaluation) {

    static final String PLANNED = "planned";
    static final String REWORK = "rework";

    /** Whether it allows a release that follows this flow and is planned or not. */
    public boolean allows(String flow, boolean planned) {
        return allowed
                && (flows.isEmpty() || flows.contains(flow))
                && (kinds.isEmpty() || kinds.contains(planned ? PLANNED : REWORK));
    }
}
