package dev.slipway.deployment.command;

import java.util.ArrayList;
import java.util.List;

/** Splits a command line into program and arguments as a shell does, but expands nothing. */
public final class CommandLine {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private CommandLine(String text) {
        this.text = text;
    }

    /** Knows single quotes, double quotes and the backslash. */
    public static List<String> parse(String text) {
        return new CommandLine(text).parse();
    }

    private List<String> parse() {
        while (at < text.length()) {
            var character = text.charAt(at++);
            if (Character.isWhitespace(character)) {
                endWord();
            } else {
                inWord = true;
                switch (character) {
                    case '\'' -> literal();
                    case '"' -> quoted();
                    case '\\' -> word.append(next("a backslash at the end escapes nothing"));
                    default -> word.append(character);
                }
            }
        }
        endWord();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("names no program");
        }
        return List.copyOf(words);
    }

    private void literal() {
        for (var character = next("' is not closed"); character != '\''; character = next("' is not closed")) {
            word.append(character);
        }
    }

    private void quoted() {
        for (var character = next("\" is not closed"); character != '"'; character = next("\" is not closed")) {
            if (character == '\\' && at < text.length() && "\"\\$`".indexOf(text.charAt(at)) >= 0) {
                character = text.charAt(at++);
            }
            word.append(character);
        }
    }

    private char next(String flaw) {
        if (at == text.length()) {
            throw new IllegalArgumentException(flaw);
        }
        return text.charAt(at++);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
