package dev.slipway.context;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/** What differs between two revisions of a context, by name; values are not told. */
final class ContextChanges {

    private ContextChanges() {}

    static List<String> between(Context before, Context after) {
        var words = new ArrayList<String>();
        if (!before.description().equals(after.description())) {
            words.add("description");
        }
        if (before.priority() != after.priority()) {
            words.add("priority from " + before.priority() + " to " + after.priority());
        }
        if (!before.attachments().equals(after.attachments())) {
            words.add("attach");
        }
        compare("variables.", before.variables(), after.variables(), words);
        compare("secrets.", named(before.secrets(), name -> name), named(after.secrets(), name -> name), words);
        compare("files.", named(before.files(), ContextFile::path), named(after.files(), ContextFile::path), words);
        compare("hooks.", named(before.hooks(), Hook::name), named(after.hooks(), Hook::name), words);
        return words.isEmpty() ? List.of("order") : List.copyOf(words);
    }

    private static <T> Map<String, T> named(List<T> things, Function<T, String> name) {
        var named = new LinkedHashMap<String, T>();
        things.forEach(thing -> named.put(name.apply(thing), thing));
        return named;
    }

    private static <T> void compare(String what, Map<String, T> before, Map<String, T> after, List<String> words) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        names.forEach(name -> words.add(what + name));
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
