package dev.slipway.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Guesses which of the names there are was meant. */
final class Alike {

    private static final int MOST = 3;

    private Alike() {}

    static List<String> to(String asked, Collection<String> names) {
        var wanted = asked.toLowerCase(Locale.ROOT);
        var farthest = Math.max(2, wanted.length() / 3);
        return names.stream()
                .map(name -> new Guess(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(guess -> guess.distance() <= farthest || contained(wanted, guess.name()))
                .sorted(Comparator.comparingInt(Guess::distance).thenComparing(Guess::name))
                .map(Guess::name)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static boolean contained(String wanted, String name) {
        return wanted.length() > 2 && name.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** How many letters must be changed, added or removed. */
    private static int distance(String left, String right) {
        var row = new int[right.length() + 1];
        for (var column = 0; column <= right.length(); column++) {
            row[column] = column;
        }
        for (var line = 1; line <= left.length(); line++) {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= right.length(); column++) {
                var change = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(change, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[right.length()];
    }

    private record Guess(String name, int distance) {}
}
