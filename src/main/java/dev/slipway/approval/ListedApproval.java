package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval as the interface shows it.
 *
 * @param outcome {@code open} while votes are taken
 * @param warnings open seats that nobody is left for
 */
record ListedApproval(
        String id,
        String purpose,
        String candidate,
        String outcome,
        Instant openedAt,
        Instant due,
        Instant escalateAt,
        @Nullable Instant escalatedAt,
        @Nullable Instant remindedAt,
        List<String> excluded,
        List<ListedSeat> seats,
        List<String> warnings) {

    static ListedApproval of(Approval approval, List<String> warnings) {
        return new ListedApproval(
                approval.id().value(),
                approval.purpose(),
                approval.candidate().hex(),
                approval.settled() == null ? "open" : lower(approval.settled()),
                approval.openedAt(),
                approval.due(),
                approval.times().escalateAt(),
                approval.times().escalatedAt(),
                approval.times().remindedAt(),
                approval.excluded().stream().map(PersonId::value).sorted().toList(),
                approval.seats().stream().map(ListedSeat::of).toList(),
                warnings);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** One voice, and what it said. */
    record ListedSeat(
            int number,
            String role,
            String label,
            boolean mandatory,
            @Nullable String reserved,
            @Nullable String escalateTo,
            @Nullable String voter,
            @Nullable String inSteadOf,
            @Nullable String decision,
            String comment,
            @Nullable Instant at,
            @Nullable String carriedFrom) {

        private static ListedSeat of(Seat seat) {
            var vote = seat.vote();
            return new ListedSeat(
                    seat.number(),
                    seat.role().value(),
                    seat.label(),
                    seat.mandatory(),
                    text(seat.reserved()),
                    text(seat.escalateTo()),
                    text(seat.voter()),
                    text(seat.standsFor()),
                    vote == null ? null : lower(vote.decision()),
                    seat.comment(),
                    seat.at(),
                    vote == null ? null : text(vote.carriedFrom()));
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }
}
