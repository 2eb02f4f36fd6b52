package dev.slipway.content;

import dev.slipway.identity.GitIdentity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who somebody in a repository really is, by its {@code .mailmap}; read and applied exactly as gitmailmap(5) says. */
final class Mailmap {

    static final Mailmap NONE = parse("");

    private final Map<String, Entry> entries = new HashMap<>();

    private Mailmap() {}

    static Mailmap parse(String text) {
        var result = new Mailmap();
        for (var line : text.split("\n", -1)) {
            if (!line.startsWith("#")) {
                result.read(line);
            }
        }
        return result;
    }

    GitIdentity of(GitIdentity identity) {
        var entry = entries.get(folded(identity.email()));
        if (entry == null) {
            return identity;
        }
        var target = entry.byName.getOrDefault(folded(identity.name()), entry.simple);
        return new GitIdentity(
                target.name() == null ? identity.name() : target.name(),
                target.email() == null ? identity.email() : target.email());
    }

    private void read(String line) {
        var first = Part.read(line, false);
        if (first == null) {
            return;
        }
        var second = first.rest().isEmpty() ? null : Part.read(first.rest(), true);
        if (second == null) {
            add(new Target(first.name(), null), null, first.email());
        } else {
            add(new Target(first.name(), first.email()), second.name(), second.email());
        }
    }

    private void add(Target target, @Nullable String oldName, String oldEmail) {
        var entry = entries.computeIfAbsent(folded(oldEmail), key -> new Entry());
        if (oldName == null) {
            entry.simple = entry.simple.with(target);
        } else {
            entry.byName.put(folded(oldName), target);
        }
    }

    /** Compares letters of the Latin alphabet without case, and nothing else, as Git does. */
    private static String folded(String text) {
        var result = new StringBuilder(text.length());
        text.chars().forEach(letter -> result.append((char) (letter >= 'A' && letter <= 'Z' ? letter + 32 : letter)));
        return result.toString();
    }

    /** All that is said about one address: by the name that goes with it, and for any other name. */
    private static final class Entry {

        private final Map<String, Target> byName = new HashMap<>();
        private Target simple = new Target(null, null);
    }

    private record Target(@Nullable String name, @Nullable String email) {

        Target with(Target later) {
            return new Target(later.name == null ? name : later.name, later.email == null ? email : later.email);
        }
    }

    private record Part(@Nullable String name, String email, String rest) {

        static @Nullable Part read(String text, boolean emptyAddress) {
            var left = text.indexOf('<');
            var right = left < 0 ? -1 : text.indexOf('>', left + 1);
            if (right < 0 || (right == left + 1 && !emptyAddress)) {
                return null;
            }
            var name = text.substring(0, left).strip();
            return new Part(name.isEmpty() ? null : name, text.substring(left + 1, right), text.substring(right + 1));
        }
    }
}
