package dev.slipway.identity;

/** What somebody may be allowed to do to a product. */
public enum Act {
    OPEN_RELEASE,
    AMEND_RELEASE,
    HOLD_RELEASE,
    CANCEL_RELEASE,
    /** Take back what a release has changed, with a reason; plan and hold drills of that. */
    ROLL_BACK,
    ATTACH_EVIDENCE,
    /** Retry or skip a failed step, with a reason. */
    INTERVENE,
    /** Plan and chair meetings of advisory boards; held for no single product, and only by whom the board names. */
    CHAIR_BOARD,
    /** Give an open seat of an approval to a named person, with a reason. */
    REASSIGN_SEAT,
    /** Enter, change and end windows and freezes, import calendars, stop the line. */
    MANAGE_CALENDAR,
    /** Let somebody else's release pass by a freeze. */
    GRANT_EXEMPTION,
    /** Define flags and audiences, and say who sees what. */
    MANAGE_FLAGS,
    /** Tell that something is wrong with it in use, which ends a release that is being watched; for alerting systems. */
    REPORT_ALERTS,
    /** Change the catalogue; held for no single product, see {@link Rights#EVERYTHING}. */
    APPLY_CATALOG;

    /** Whether a product's document can grant it; what is not is granted otherwise. */
    public boolean isOfAProduct() {
        return this != APPLY_CATALOG && this != CHAIR_BOARD;
    }
}
