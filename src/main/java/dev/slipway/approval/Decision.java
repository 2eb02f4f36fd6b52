package dev.slipway.approval;

/** What somebody says about a candidate. */
public enum Decision {
    APPROVE,
    REJECT
}
