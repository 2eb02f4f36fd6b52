package dev.slipway.identity;

/** What somebody may be allowed to do to a product. */
public enum Act {
    OPEN_RELEASE,
    AMEND_RELEASE,
    HOLD_RELEASE,
    CANCEL_RELEASE,
    ATTACH_EVIDENCE,
    /** Retry or skip a failed step, with a reason. */
    INTERVENE,
    /** Change the catalogue; held for no single product, see {@link Rights#EVERYTHING}. */
    APPLY_CATALOG,
    /** Plan and lead meetings of advisory boards; held for no single product, and only by those whom a board knows. */
    CHAIR_BOARD
}
