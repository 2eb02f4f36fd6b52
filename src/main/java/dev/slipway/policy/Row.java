package dev.slipway.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The outputs of one rule that matched, read as what a question expects. */
record Row(String table, String rule, Map<String, Object> outputs) {

    private static final Pattern WEEKS = Pattern.compile("P([0-9]{1,4})W");
    private static final BigDecimal MOST = BigDecimal.valueOf(99);

    /** Returns an output as text; empty where the rule says nothing. */
    String text(String name) {
        var value = outputs.get(name);
        return value == null ? "" : value.toString().trim();
    }

    String required(String name, String cure) {
        var text = text(name);
        if (text.isEmpty()) {
            throw fault(PolicyFault.Code.OUTPUT_MISSING, "has no output " + name, cure);
        }
        return text;
    }

    BigDecimal number(String name, String cure) {
        var text = required(name, cure);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException malformed) {
            throw fault(PolicyFault.Code.NOT_A_NUMBER, "answers " + name + " = " + text, cure);
        }
    }

    /** Reads one of these words, in whatever case it is written. */
    String word(String name, Set<String> words, PolicyFault.Code otherwise, String cure) {
        var word = required(name, cure).toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            throw fault(otherwise, "answers " + name + " = " + word, cure);
        }
        return word;
    }

    int count(String name, String cure) {
        var number = number(name, cure);
        if (number.signum() < 0
                || number.compareTo(MOST) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw fault(PolicyFault.Code.NOT_A_NUMBER, "answers " + name + " = " + number, cure);
        }
        return number.intValue();
    }

    /** Reads {@code PT4H}, {@code P2D} or {@code P1W}. */
    Duration duration(String name, String cure) {
        var text = required(name, cure);
        try {
            var weeks = WEEKS.matcher(text);
            var duration = weeks.matches() ? Duration.ofDays(7 * Long.parseLong(weeks.group(1))) : Duration.parse(text);
            if (duration.compareTo(Duration.ZERO) > 0) {
                return duration;
            }
        } catch (DateTimeParseException malformed) {
            throw fault(PolicyFault.Code.NOT_A_DURATION, "answers " + name + " = " + text, cure);
        }
        throw fault(PolicyFault.Code.NOT_A_DURATION, "answers " + name + " = " + text, cure);
    }

    PolicyFault fault(PolicyFault.Code code, String what, String cure) {
        return new PolicyFault(code, table, "rule " + rule + " " + what, cure);
    }
}
