package dev.slipway.release;

import static dev.slipway.release.ChangeState.ASSESS;
import static dev.slipway.release.ChangeState.AUTHORIZE;
import static dev.slipway.release.ChangeState.CLOSED;
import static dev.slipway.release.ChangeState.IMPLEMENT;
import static dev.slipway.release.ChangeState.NEW;
import static dev.slipway.release.ChangeState.REVIEW;
import static dev.slipway.release.ChangeState.SCHEDULED;

import java.util.List;
import java.util.Locale;

/** What kind of change a release is, as ITIL tells them apart; the table {@code change-type} says which. */
public enum ChangeType {
    /** Pre-authorised: of low risk and done often. */
    STANDARD(NEW, SCHEDULED, IMPLEMENT, REVIEW, CLOSED),
    /** Assessed, and authorised by people, before it goes to production. */
    NORMAL(NEW, ASSESS, AUTHORIZE, SCHEDULED, IMPLEMENT, REVIEW, CLOSED),
    /** Goes to production first, because production suffers, and is reviewed after. */
    EMERGENCY(NEW, AUTHORIZE, SCHEDULED, IMPLEMENT, REVIEW, CLOSED);

    private final List<ChangeState> path;

    ChangeType(ChangeState... path) {
        this.path = List.of(path);
    }

    /** The states that a change of this type passes, in order. */
    public List<ChangeState> path() {
        return path;
    }

    /** The word that tables, models and interfaces use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ChangeType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Where a change of this type is once it is known to be one. */
    ChangeState classified() {
        return this == NORMAL ? ASSESS : SCHEDULED;
    }
}
