package dev.slipway.release;

import java.util.List;
import java.util.Optional;

/**
 * What asks for a release.
 *
 * @param event {@code push}, {@code pull-request}, {@code tag} or {@code manual}
 * @param branch the branch or tag that was pushed or is to be merged; empty for none
 */
public record Trigger(String event, String branch) {

    /** A person, or a program that does not say more. */
    public static final Trigger MANUAL = new Trigger("manual", "");

    private static final List<String> EVENTS = List.of("push", "pull-request", "tag", "manual");
    private static final int LONGEST_BRANCH = 255;

    Optional<Flaw> flaw() {
        if (!EVENTS.contains(event)) {
            return Optional.of(new Flaw("trigger.event", "Give one of " + String.join(", ", EVENTS) + "."));
        }
        if (branch.isEmpty() && !event.equals(MANUAL.event())) {
            return Optional.of(new Flaw("trigger.branch", "Name the branch or tag that this " + event + " is about."));
        }
        return branch.length() > LONGEST_BRANCH
                ? Optional.of(new Flaw("trigger.branch", "Keep it to " + LONGEST_BRANCH + " characters."))
                : Optional.empty();
    }
}
