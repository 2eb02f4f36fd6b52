package dev.slipway.approval;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in words which open seats nobody is left for, who is not counted, and why. */
@Component
class Reachability {

    private static final int NAMES = 12;

    private final Electorates electorates;

    Reachability(Electorates electorates) {
        this.electorates = electorates;
    }

    List<String> unreachable(Approval approval, Subject subject) {
        return inWords(electorates.of(approval, subject));
    }

    static List<String> inWords(Electorate electorate) {
        return electorate.best().shortages().stream()
                .map(shortage -> inWords(shortage, electorate))
                .toList();
    }

    private static String inWords(Matching.Shortage shortage, Electorate electorate) {
        var seats = shortage.seats();
        var people = shortage.people();
        var labels = seats.stream().map(Seat::label).collect(Collectors.joining("; "));
        if (people.isEmpty()) {
            return "Nobody can take the seat " + labels + ": " + nobody(seats.get(0), electorate);
        }
        return (seats.size() == 1
                        ? "The seat " + labels + " needs 1 person"
                        : "The seats " + labels + " need " + seats.size() + " people")
                + ", and only " + people.size() + " can still take " + (seats.size() == 1 ? "it" : "them") + ": "
                + people.stream().map(PersonId::value).collect(Collectors.joining(", ")) + "."
                + notCounted(seats, electorate);
    }

    private static String nobody(Seat seat, Electorate electorate) {
        var reserved = seat.reserved();
        var groups = electorate.groupsOn(seat).stream().map(GroupId::value).collect(Collectors.joining(" or "));
        if (reserved != null && groups.isEmpty()) {
            return "it is reserved for " + reserved + ", who "
                    + electorate.bar(reserved).orElse("cannot vote here") + ".";
        }
        return electorate.askedOn(seat).isEmpty()
                ? "the group " + groups + " has no members."
                : "the group " + groups + " has no member who may decide and has not yet voted."
                        + notCounted(List.of(seat), electorate);
    }

    private static String notCounted(List<Seat> seats, Electorate electorate) {
        Map<PersonId, String> barred = new LinkedHashMap<>();
        seats.forEach(seat -> electorate
                .askedOn(seat)
                .forEach(person -> electorate.bar(person).ifPresent(reason -> barred.put(person, reason))));
        if (barred.isEmpty()) {
            return "";
        }
        var named = barred.entrySet().stream()
                .limit(NAMES)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
        return " Not counted: " + named + (barred.size() > NAMES ? "; and " + (barred.size() - NAMES) + " more." : ".");
    }
}
