package dev.slipway.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One commit in the history of a demo product.
 *
 * @param ago how long before the first start of the demo it was made
 * @param tag null where the commit has none
 * @param written files by path with their whole text; {@code resource:} names one that the demo ships with
 */
record Chapter(
        String author,
        Duration ago,
        String message,
        @Nullable String tag,
        @JsonProperty("write") @Nullable Map<String, String> written,
        @JsonProperty("replace") @Nullable List<Replacement> replaced) {

    Map<String, String> write() {
        return written == null ? Map.of() : written;
    }

    List<Replacement> replace() {
        return replaced == null ? List.of() : replaced;
    }

    /** A change of some lines of a file. */
    record Replacement(String file, String find, String by) {

        String in(String text) {
            if (!text.contains(find)) {
                throw new IllegalStateException(file + " does not contain: " + find);
            }
            return text.replace(find, by);
        }
    }
}
