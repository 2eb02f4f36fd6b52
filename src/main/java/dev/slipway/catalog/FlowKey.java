package dev.slipway.catalog;

/** The id of the BPMN process that carries a product's releases out: {@code devops-release}. */
public record FlowKey(String value) {

    @Override
    public String toString() {
        return value;
    }
}
