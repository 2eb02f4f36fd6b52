package dev.slipway.catalog;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator which lines of the catalogue are wrong, instead of a stack trace. */
class CatalogRefusedAnalyzer extends AbstractFailureAnalyzer<CatalogRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, CatalogRefused cause) {
        return new FailureAnalysis(
                "The catalogue in " + cause.location() + " is wrong, and nothing of it was applied:"
                        + System.lineSeparator() + System.lineSeparator() + cause.getMessage(),
                "Correct these lines and start again, or leave slipway.catalog.location empty to start with what the database holds.",
                cause);
    }
}
