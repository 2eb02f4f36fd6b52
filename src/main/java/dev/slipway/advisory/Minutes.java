package dev.slipway.advisory;

import dev.slipway.approval.Decision;
import dev.slipway.approval.Seat;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The minutes of one meeting as they are published: who was there, what became of each release and by whose votes, and what the chair adds. */
record Minutes(Board board, Meeting meeting, List<Person> members, List<AgendaItem> items, String words) {

    boolean quorate() {
        return attending() >= board.quorum().of(members.size());
    }

    String text() {
        var text = new StringBuilder();
        text.append("Minutes of ").append(board.name()).append('\n');
        text.append(meeting.start()).append(' ').append(meeting.zone()).append('\n');
        if (!meeting.place().isEmpty()) {
            text.append(meeting.place()).append('\n');
        }
        text.append("Chair: ").append(board.chair()).append('\n');
        text.append("Attended: ").append(names()).append('\n');
        text.append(attending())
                .append(" of ")
                .append(members.size())
                .append(" members; the quorum is ")
                .append(board.quorum())
                .append(quorate() ? ", reached.\n" : ", not reached.\n");
        if (items.isEmpty()) {
            text.append("\nNothing was on the agenda.\n");
        }
        for (var index = 0; index < items.size(); index++) {
            text.append('\n').append(index + 1).append(". ").append(line(items.get(index)));
        }
        return words.isBlank() ? text.toString() : text + "\n" + words.strip() + "\n";
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The releases with what became of them. */
    List<String> decisions() {
        return items.stream().map(item -> item.release() + " " + word(item)).toList();
    }

    private static String word(AgendaItem item) {
        return item.decision() == AgendaItem.Decision.OPEN
                ? "not decided"
                : item.decision().name().toLowerCase(Locale.ROOT);
    }

    private static String line(AgendaItem item) {
        var approval = item.approval();
        var line = item.release() + ", " + approval.purpose() + ", candidate "
                + approval.candidate().brief() + ": " + word(item)
                + (item.deferredBecause() == null ? "" : ", deferred because " + item.deferredBecause()) + "\n";
        return line
                + approval.seats().stream()
                        .filter(seat -> seat.voter() != null)
                        .map(Minutes::vote)
                        .collect(Collectors.joining());
    }

    private static String vote(Seat seat) {
        return "   " + seat.voter() + (seat.decision() == Decision.APPROVE ? " approved" : " rejected")
                + (seat.comment().isEmpty() ? "" : ": " + seat.comment()) + "\n";
    }

    private String names() {
        return meeting.attendance().isEmpty()
                ? "nobody"
                : meeting.attendance().stream().map(PersonId::value).sorted().collect(Collectors.joining(", "));
    }

    private long attending() {
        return members.stream()
                .filter(member -> meeting.attendance().contains(member.id()))
                .count();
    }
}
