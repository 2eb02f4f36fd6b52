package dev.slipway.catalog.spi;

import dev.slipway.catalog.Applying.Problem;
import java.util.List;

/** A kind of which each document is judged and taken in by itself, whatever the others say. */
public interface IndependentDocuments extends DocumentKind {

    /** What is wrong with a document that the schema has let pass, held against what the catalogue would say. */
    List<Problem> problems(Described document, Landscape landscape);

    /** Takes the document in; returns what that changes, in words, and nothing where all of it is known already. */
    List<String> take(Described document);

    @Override
    default List<Problem> problems(List<Described> documents, Landscape landscape) {
        return documents.stream()
                .flatMap(document -> problems(document, landscape).stream())
                .toList();
    }

    @Override
    default List<String> take(List<Described> documents) {
        return documents.stream().flatMap(document -> take(document).stream()).toList();
    }
}
