package dev.slipway.policy;

/**
 * Who is to be told of something, and by which means.
 *
 * @param who a group, {@code requester}, {@code owner} or {@code stakeholders}
 * @param means {@code mail} or {@code chat}
 */
public record Route(String who, String means) {

    @Override
    public String toString() {
        return who + " by " + means;
    }
}
