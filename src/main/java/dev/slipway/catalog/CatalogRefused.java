package dev.slipway.catalog;

import dev.slipway.catalog.Applying.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Slipway cannot start, because the catalogue it is to start with is wrong. */
class CatalogRefused extends RuntimeException {

    private final String location;

    CatalogRefused(String location, List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.file() + ":" + problem.line() + " " + problem.reason())
                .collect(Collectors.joining(System.lineSeparator())));
        this.location = location;
    }

    String location() {
        return location;
    }
}
