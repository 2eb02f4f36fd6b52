package dev.slipway.catalog;

/** The id of the BPMN process that carries releases out: {@code devops-release}. */
public record FlowKey(String value) {

    /** Carries a drill of a roll-back; no product can follow it. */
    public static final FlowKey DRILL = new FlowKey("rollback-drill");

    /** Takes a release back that has ended already; no product can follow it. */
    public static final FlowKey TAKE_BACK = new FlowKey("take-back");

    /** Whether a product can follow it. */
    public boolean isOfAProduct() {
        return !equals(DRILL) && !equals(TAKE_BACK);
    }

    @Override
    public String toString() {
        return value;
    }
}
