package dev.slipway.catalog.spi;

import dev.slipway.catalog.Applying.Problem;
import java.util.List;
import java.util.Map;

/** A kind of document that another module understands and keeps. It is applied with all others, in one transaction or not at all. */
public interface DocumentKind {

    /** The word in the field {@code kind}: {@code Context}. */
    String name();

    /**
     * Where on the class path the JSON Schema of such a document lies. It describes an object that allows no other fields than it names, among them
     * {@code apiVersion}, {@code kind} and {@code key}, and may refer to {@code #/$defs/apiVersion}, {@code #/$defs/kind} and {@code #/$defs/key}.
     */
    String schema();

    /** What is wrong with documents that the schema has let pass, held against what the catalogue would say with them. */
    List<Problem> problems(List<Described> documents, Landscape landscape);

    /** Takes the documents in; returns what that changes, in words, and nothing where all of it is known already. */
    List<String> take(List<Described> documents);

    /** All that is kept, each with the fields that its document has, without {@code apiVersion} and {@code kind}. */
    List<Map<String, Object>> written();
}
