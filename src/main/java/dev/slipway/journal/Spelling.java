package dev.slipway.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import org.erdtman.jcs.NumberToJSON;
import org.jspecify.annotations.Nullable;

/** Writes {@linkplain PlainValue plain values} as RFC 8785 spells them; what journals are made of is spelled out too often to be parsed again for it. */
final class Spelling {

    private final StringBuilder text = new StringBuilder(256);

    private Spelling() {}

    static String of(@Nullable Object plain) {
        var spelling = new Spelling();
        spelling.add(plain);
        return spelling.text.toString();
    }

    private void add(@Nullable Object plain) {
        if (plain instanceof Map<?, ?> members) {
            add(members);
        } else if (plain instanceof Collection<?> items) {
            add(items);
        } else if (plain instanceof String string) {
            add(string);
        } else if (plain instanceof Double number) {
            add(number);
        } else {
            text.append(plain);
        }
    }

    private void add(Map<?, ?> members) {
        text.append('{');
        var separator = "";
        for (var member : members.entrySet()) {
            text.append(separator);
            add((String) member.getKey());
            text.append(':');
            add(member.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private void add(Collection<?> items) {
        text.append('[');
        var separator = "";
        for (var item : items) {
            text.append(separator);
            add(item);
            separator = ",";
        }
        text.append(']');
    }

    private void add(Double number) {
        try {
            text.append(NumberToJSON.serializeNumber(number));
        } catch (IOException notFinite) {
            throw new UncheckedIOException(notFinite);
        }
    }

    private void add(String string) {
        text.append('"');
        for (var index = 0; index < string.length(); index++) {
            var letter = string.charAt(index);
            switch (letter) {
                case '"', '\\' -> text.append('\\').append(letter);
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (letter < ' ') {
                        text.append(String.format("\\u%04x", (int) letter));
                    } else {
                        text.append(letter);
                    }
                }
            }
        }
        text.append('"');
    }
}
