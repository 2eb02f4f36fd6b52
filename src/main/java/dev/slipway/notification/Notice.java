package dev.slipway.notification;

import dev.slipway.identity.PersonId;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person who is to be told one thing.
 *
 * @param audience as whom the policy names them: a group, {@code requester}, {@code owner} or {@code stakeholders}
 * @param means by which means
 * @param person null where nobody was found to be told
 * @param remark why nobody was told, or why not yet; empty otherwise
 * @param nextAt when it is tried next; means nothing where it is not queued
 * @param doneAt null while it is queued
 */
public record Notice(
        long id,
        ReleaseId release,
        String event,
        String audience,
        String means,
        @Nullable PersonId person,
        State state,
        String remark,
        int tries,
        Instant queuedAt,
        Instant nextAt,
        @Nullable Instant doneAt) {

    /** How far it has come. */
    public enum State {
        QUEUED,
        SENT,
        /** There is no way to tell them, so it was not tried. */
        SKIPPED,
        /** It was tried for too long. */
        FAILED
    }
}
