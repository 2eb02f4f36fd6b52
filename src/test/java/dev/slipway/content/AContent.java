package dev.slipway.content;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Settings and readers for tests. */
final class AContent {

    private AContent() {}

    static ContentProperties settings(Path folder) {
        return settings(folder, 10_000, Duration.ofSeconds(20), DataSize.ofMegabytes(10));
    }

    static ContentProperties settings(Path folder, int mostCommits, Duration timeout, DataSize limit) {
        return new ContentProperties(
                folder.resolve("repositories"),
                timeout,
                timeout,
                mostCommits,
                folder.resolve("artifacts"),
                timeout,
                limit);
    }

    static Repositories repositories(Path folder) {
        return new Repositories(settings(folder), Clock.systemUTC());
    }

    static Contents read(Reading reading) {
        return ((Reading.Read) reading).contents();
    }

    static String refusal(Reading reading) {
        var refused = (Reading.Refused) reading;
        return refused.field() + ": " + refused.reason();
    }
}
