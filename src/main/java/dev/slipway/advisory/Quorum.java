package dev.slipway.advisory;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many members of a board have to attend: a number of them, or a share of all.
 *
 * @param percent whether the number is one of percent
 */
public record Quorum(int number, boolean percent) {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,2})\\s*(%?)");
    private static final int ALL = 100;

    /** Reads {@code 3} or {@code 50 %}. */
    static Optional<Quorum> parse(String text) {
        var matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var quorum =
                new Quorum(Integer.parseInt(matcher.group(1)), !matcher.group(2).isEmpty());
        return quorum.percent() && quorum.number() > ALL ? Optional.empty() : Optional.of(quorum);
    }

    /** How many of so many members that is: a share is rounded to the nearest, and is never nobody. */
    public int of(int members) {
        return percent ? Math.max(1, Math.round(number * members / (float) ALL)) : number;
    }

    @Override
    public String toString() {
        return percent ? number + " %" : String.valueOf(number);
    }
}
