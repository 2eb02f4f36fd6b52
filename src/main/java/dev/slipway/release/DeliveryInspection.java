package dev.slipway.release;

import dev.slipway.policy.Strategy;
import dev.slipway.release.Delivery.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with the way in which a plan wants users to be moved. */
final class DeliveryInspection {

    private static final int MAX_STAGES = 20;
    private static final int MAX_NAME = 63;
    private static final Duration MAX_WAIT = Duration.ofDays(30);

    private final List<Flaw> flaws = new ArrayList<>();

    private DeliveryInspection() {}

    static List<Flaw> flaws(Delivery delivery) {
        var inspection = new DeliveryInspection();
        inspection.strategy(delivery);
        inspection.stages(delivery.stages());
        inspection.wait("delivery.keepOld", delivery.keepOld());
        if (delivery.maxUnavailable() < 0 || delivery.maxUnavailable() > 100) {
            inspection.add(
                    "delivery.maxUnavailable",
                    "This is " + delivery.maxUnavailable()
                            + " percent of the instances. Give 1 to 100, or leave it out.");
        }
        inspection.flag(delivery);
        inspection.flaws.addAll(AcceptanceInspection.flaws(delivery.acceptance()));
        return inspection.flaws;
    }

    private void flag(Delivery delivery) {
        if (!delivery.flag().isEmpty() && !delivery.strategy().equals(Strategy.FLAGGED.word())) {
            add("delivery.flag", "Only a flagged delivery shows what is behind a flag. Choose the strategy flagged.");
        }
        if (delivery.flag().length() > MAX_NAME || delivery.audience().length() > MAX_NAME) {
            add("delivery.flag", "Names of flags and audiences have at most " + MAX_NAME + " characters.");
        }
        if (!delivery.audience().isEmpty() && delivery.flag().isEmpty()) {
            add("delivery.audience", "An audience sees what is behind a flag. Name the flag, too.");
        }
    }

    private void strategy(Delivery delivery) {
        if (delivery.strategy().isEmpty()) {
            return;
        }
        var strategy = Arrays.stream(Strategy.values())
                .filter(each -> each.word().equals(delivery.strategy()))
                .findFirst();
        if (strategy.isEmpty()) {
            add(
                    "delivery.strategy",
                    "There is no strategy '" + delivery.strategy() + "'. Give "
                            + Arrays.stream(Strategy.values())
                                    .map(Strategy::word)
                                    .collect(Collectors.joining(", "))
                            + ", or leave it empty for the policy to choose.");
        } else if (!strategy.get().inStages() && !delivery.stages().isEmpty()) {
            add("delivery.stages", delivery.strategy() + " moves everybody at once. Leave the stages out.");
        }
    }

    private void stages(List<Stage> stages) {
        if (stages.size() > MAX_STAGES) {
            add("delivery.stages", "There are " + stages.size() + " stages. Keep to " + MAX_STAGES + ".");
            return;
        }
        var before = 0;
        for (var index = 0; index < stages.size(); index++) {
            var stage = stages.get(index);
            var field = "delivery.stages[" + index + "].";
            shareFlaw(stage.share(), before, index == stages.size() - 1)
                    .ifPresent(reason -> add(field + "share", reason));
            wait(field + "soak", stage.soak());
            before = Math.max(before, stage.share());
        }
    }

    private static Optional<String> shareFlaw(int share, int before, boolean last) {
        if (share < 1 || share > 100) {
            return Optional.of("This is " + share + " percent. Give 1 to 100.");
        }
        if (share <= before) {
            return Optional.of("This is " + share + " percent after " + before
                    + ". Let every stage reach more than the one before.");
        }
        return last && share != 100
                ? Optional.of(
                        "The last stage reaches " + share + " percent. Let it be 100, so that nobody stays behind.")
                : Optional.empty();
    }

    private void wait(String field, @Nullable Duration wait) {
        if (wait == null) {
            return;
        }
        if (wait.isNegative()) {
            add(field, "This is " + wait + ". A wait cannot be negative: give PT0S for none.");
        } else if (wait.compareTo(MAX_WAIT) > 0) {
            add(field, "This is " + wait + ". Keep it to " + MAX_WAIT.toDays() + " days.");
        }
    }

    private void add(String field, String reason) {
        flaws.add(new Flaw(field, reason));
    }
}
