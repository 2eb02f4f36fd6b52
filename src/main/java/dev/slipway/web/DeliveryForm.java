package dev.slipway.web;

import dev.slipway.release.AcceptanceText;
import dev.slipway.release.Delivery;
import dev.slipway.release.Delivery.Stage;
import dev.slipway.release.Flaw;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How users are to be moved, as a person wrote it into a form.
 *
 * @param stages separated by commas or lines, each a share and how long it is looked at: {@code 5 10m, 25 30m, 100}
 * @param acceptance criteria as YAML, the same as over HTTP
 */
record DeliveryForm(
        String strategy,
        String stages,
        String keepOld,
        String maxUnavailable,
        String flag,
        String audience,
        String acceptance) {

    static final DeliveryForm EMPTY = new DeliveryForm("", "", "", "", "", "", "");

    DeliveryForm {
        strategy = strategy == null ? "" : strategy.strip();
        stages = stages == null ? "" : stages.strip();
        keepOld = keepOld == null ? "" : keepOld.strip();
        maxUnavailable = maxUnavailable == null ? "" : maxUnavailable.strip();
        flag = flag == null ? "" : flag.strip();
        audience = audience == null ? "" : audience.strip();
        acceptance = acceptance == null ? "" : acceptance.stripTrailing();
    }

    /** What a person would have to write for a delivery; by what it is judged is left out. */
    static DeliveryForm of(Delivery delivery) {
        return new DeliveryForm(
                delivery.strategy(),
                delivery.stages().stream().map(DeliveryForm::words).collect(Collectors.joining(", ")),
                delivery.keepOld() == null ? "" : words(delivery.keepOld()),
                delivery.maxUnavailable() == 0 ? "" : Integer.toString(delivery.maxUnavailable()),
                delivery.flag(),
                delivery.audience(),
                "");
    }

    private static String words(Stage stage) {
        return stage.soak().isZero() ? Integer.toString(stage.share()) : stage.share() + " " + words(stage.soak());
    }

    private static String words(Duration duration) {
        for (var unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS)) {
            if (duration.toMillis() % unit.getDuration().toMillis() == 0) {
                return DurationStyle.SIMPLE.print(duration, unit);
            }
        }
        return DurationStyle.SIMPLE.print(duration, ChronoUnit.MILLIS);
    }

    /** The delivery this asks for; what cannot be read is left out and added to the flaws. */
    Delivery delivery(List<Flaw> flaws) {
        var steps = new ArrayList<Stage>();
        for (var line : stages.split("[,;\\n]")) {
            var words = line.strip().split("\\s+");
            if (!words[0].isEmpty()) {
                var soak = words.length == 1 ? Duration.ZERO : duration(words[1]);
                var share = number(words[0].replace("%", ""));
                if (words.length > 2 || soak == null || share == null) {
                    flaws.add(new Flaw(
                            "delivery.stages",
                            "'" + line.strip() + "' is no stage. Write a share and how long it is looked at: 25 10m."));
                } else {
                    steps.add(new Stage(share, soak));
                }
            }
        }
        var keep = keepOld.isEmpty() ? null : duration(keepOld);
        if (keep == null && !keepOld.isEmpty()) {
            flaws.add(new Flaw("delivery.keepOld", "'" + keepOld + "' is no duration. Write it like 10m."));
        }
        var unavailable = maxUnavailable.isEmpty() ? Integer.valueOf(0) : number(maxUnavailable.replace("%", ""));
        if (unavailable == null) {
            flaws.add(new Flaw("delivery.maxUnavailable", "'" + maxUnavailable + "' is no whole number of percent."));
        }
        return new Delivery(
                strategy,
                steps,
                keep,
                unavailable == null ? 0 : unavailable,
                flag,
                audience,
                AcceptanceText.read(acceptance, flaws));
    }

    private static @Nullable Duration duration(String text) {
        try {
            return DurationStyle.detectAndParse(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static @Nullable Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
