package dev.slipway.approval;

/** The id of one request for approval. */
public record ApprovalId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
