package dev.slipway.advisory;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Flaw;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds what is wrong with what somebody says about a board or a meeting. */
@Component
class Inspection {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLACE = 1_000;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_MINUTES = 100_000;

    private final Neighbours neighbours;
    private final Clock clock;

    Inspection(Neighbours neighbours, Clock clock) {
        this.neighbours = neighbours;
        this.clock = clock;
    }

    List<Flaw> board(String key, String name, String group, String chair, String quorum) {
        var flaws = new ArrayList<Flaw>();
        if (!key.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            flaws.add(new Flaw("key", "Give a key of small letters, digits and hyphens, such as cab."));
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            flaws.add(new Flaw("name", "Give the board a name of at most " + LONGEST_NAME + " characters."));
        }
        if (!neighbours.exists(new GroupId(group))) {
            flaws.add(
                    new Flaw("group", "There is no group " + group + ". Name the one whose members sit on the board."));
        }
        if (neighbours.person(new PersonId(chair)).isEmpty()) {
            flaws.add(new Flaw("chair", "Nobody signs in as " + chair + ". Give the id of the person who chairs it."));
        }
        if (Quorum.parse(quorum).isEmpty()) {
            flaws.add(new Flaw("quorum", "Give a number of members such as 2, or a share of them such as 50 %."));
        }
        return flaws;
    }

    Board readBoard(String key, String name, String group, String chair, String quorum) {
        return new Board(
                key,
                name,
                new GroupId(group),
                new PersonId(chair),
                Quorum.parse(quorum).orElseThrow());
    }

    /** A meeting ends with the members and the quorum with which it has begun. */
    List<Flaw> underWay(Optional<Board> before, Board after, List<Meeting> planned) {
        var changed = before.filter(
                board -> !board.group().equals(after.group()) || !board.quorum().equals(after.quorum()));
        var begun = planned.stream().anyMatch(meeting -> !meeting.startsAt().isAfter(clock.instant()));
        return changed.isPresent() && begun
                ? List.of(new Flaw(
                        Flaw.STATE,
                        "A meeting of " + after.name()
                                + " has begun: its members and its quorum stay as they are. Publish the minutes, or call"
                                + " the meeting off."))
                : List.of();
    }

    List<Flaw> meeting(String start, String zone, String place) {
        var flaws = new ArrayList<Flaw>();
        var local = local(start);
        var where = zone(zone);
        if (local.isEmpty()) {
            flaws.add(new Flaw("start", "Give the local time at which it begins, such as 2026-12-01T14:00."));
        }
        if (where.isEmpty()) {
            flaws.add(new Flaw("zone", "Give the zone that this time is meant in, such as Europe/Berlin."));
        }
        if (place.length() > LONGEST_PLACE) {
            flaws.add(new Flaw("place", "Keep the place to " + LONGEST_PLACE + " characters."));
        }
        if (local.isPresent() && where.isPresent()) {
            if (where.get().getRules().getValidOffsets(local.get()).isEmpty()) {
                flaws.add(new Flaw("start", "There is no " + start + " in " + zone + ": clocks go forward then."));
            } else if (!local.get().atZone(where.get()).toInstant().isAfter(clock.instant())) {
                flaws.add(new Flaw("start", "This time is over. Give one to come."));
            }
        }
        return flaws;
    }

    /** Only after {@link #meeting} found nothing. Of a time that comes twice it is the first. */
    Meeting read(String id, String board, String start, String zone, String place) {
        var at = ZonedDateTime.of(local(start).orElseThrow(), zone(zone).orElseThrow());
        return new Meeting(
                id,
                board,
                at.toLocalDateTime(),
                at.getZone(),
                at.toInstant(),
                place.strip(),
                Meeting.State.PLANNED,
                Set.of(),
                "",
                null,
                null,
                null);
    }

    List<Flaw> words(String field, String text) {
        return text.isBlank() || text.length() > LONGEST_REASON
                ? List.of(new Flaw(field, "Say why, in at most " + LONGEST_REASON + " characters."))
                : List.of();
    }

    List<Flaw> minutes(String words) {
        return words.length() > LONGEST_MINUTES
                ? List.of(new Flaw("minutes", "Keep the minutes to " + LONGEST_MINUTES + " characters."))
                : List.of();
    }

    List<Flaw> attendance(Board board, Set<PersonId> people) {
        var members =
                neighbours.membersOf(board.group()).stream().map(Person::id).collect(Collectors.toSet());
        return people.stream()
                .filter(person -> !members.contains(person) && !person.equals(board.chair()))
                .map(person -> new Flaw("people", person + " is not a member of " + board.name() + "."))
                .toList();
    }

    private static Optional<LocalDateTime> local(String start) {
        try {
            return Optional.of(LocalDateTime.parse(start.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A place on earth, because only places know when clocks change. */
    private static Optional<ZoneId> zone(String zone) {
        return Optional.of(zone.strip())
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of);
    }
}
