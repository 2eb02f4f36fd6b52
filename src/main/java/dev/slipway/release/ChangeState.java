package dev.slipway.release;

import java.util.Locale;

/** How far a release has come as a change. It follows from what happens to the release; nobody sets it. */
public enum ChangeState {
    /** Not classified yet, or sent back for rework. */
    NEW,
    /** Checked and tried, and signed off by those who answer for that. */
    ASSESS,
    /** Those are asked who authorise it for production; an emergency is authorised by the rule that makes it one. */
    AUTHORIZE,
    /** May go to production, and waits for its time or its turn. */
    SCHEDULED,
    /** Production is being changed. */
    IMPLEMENT,
    /** Production has been changed; it is watched, and an emergency is reviewed. */
    REVIEW,
    CLOSED,
    CANCELLED;

    /** The word that interfaces use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether production is being changed or has been, and nothing is closed yet. */
    public boolean underWay() {
        return this == IMPLEMENT || this == REVIEW;
    }
}
