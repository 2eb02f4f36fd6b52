package dev.slipway.content;

/** How reading a repository ended. */
public sealed interface Reading {

    record Read(Contents contents) implements Reading {}

    /**
     * @param field which part of the question is wrong: {@code repository}, {@code from} or {@code revision}
     * @param reason what is wrong and how to cure it
     */
    record Refused(String field, String reason) implements Reading {}
}
