package dev.slipway.flow.expression;

/** The languages of tables, without a Spring context. */
public final class TestLanguages {

    private TestLanguages() {}

    public static TableLanguages languages() {
        return new TableLanguages(Vocabularies.withStep("assessRisk"));
    }
}
