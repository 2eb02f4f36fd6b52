package dev.slipway.journal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reduces what modules report as facts to what JSON knows; members stand in the order of RFC 8785, that of their names' UTF-16 units. */
final class PlainValue {

    /** The largest of the whole numbers that doubles know all of. */
    private static final long LARGEST_EXACT = 1L << 53;

    private PlainValue() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            var members = new TreeMap<String, @Nullable Object>();
            map.forEach((name, member) -> members.put(text(name), of(member)));
            return members;
        }
        if (value instanceof Collection<?> collection) {
            var items = new ArrayList<@Nullable Object>();
            collection.forEach(item -> items.add(of(item)));
            return items;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Instant instant) {
            return Hash.micros(instant).toString();
        }
        return text(value);
    }

    /** JSON numbers are doubles by RFC 8785: what would lose digits is kept as text. */
    private static Object number(Number number) {
        if ((number instanceof Integer || number instanceof Long) && Math.abs(number.longValue()) <= LARGEST_EXACT) {
            return number.longValue();
        }
        var nearest = number.doubleValue();
        if (!Double.isFinite(nearest)) {
            return number.toString();
        }
        var exact = new BigDecimal(number.toString());
        return exact.compareTo(new BigDecimal(Double.toString(nearest))) == 0 ? nearest : exact.toPlainString();
    }

    /** A half of a surrogate pair has no UTF-8 bytes to hash, and no column takes it. */
    private static String text(Object value) {
        var text = value.toString();
        if (!(value instanceof String) && text.startsWith(value.getClass().getName() + "@")) {
            throw new IllegalArgumentException(
                    "A " + value.getClass().getName()
                            + " has no text form to journal. Give its id, or text, numbers, booleans, instants, lists or maps.");
        }
        return hasSurrogates(text) ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) : text;
    }

    private static boolean hasSurrogates(String text) {
        for (var index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                return true;
            }
        }
        return false;
    }
}
