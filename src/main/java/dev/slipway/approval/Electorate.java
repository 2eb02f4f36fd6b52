package dev.slipway.approval;

import dev.slipway.approval.Matching.Speaker;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who can still speak on the seats of one request, and in whose stead, as it is at this moment. A group, a person or a substitute is asked for once and
 * remembered, so it is made for one question and thrown away.
 */
final class Electorate {

    private final List<Seat> seats;
    private final boolean escalated;
    private final Map<PersonId, String> barred;
    private final List<Conflict> pairs;
    private final Neighbours neighbours;
    private final Map<GroupId, Set<PersonId>> members = new HashMap<>();
    private final Map<PersonId, Set<PersonId>> substitutes = new HashMap<>();
    private final Map<PersonId, Boolean> known = new HashMap<>();

    /** @param excluded who may not decide about this, and why */
    Electorate(
            List<Seat> seats,
            boolean escalated,
            Map<PersonId, String> excluded,
            List<Conflict> pairs,
            Neighbours neighbours) {
        this.seats = seats;
        this.escalated = escalated;
        this.pairs = pairs;
        this.neighbours = neighbours;
        this.barred = new LinkedHashMap<>(excluded);
        for (var seat : seats) {
            var vote = seat.vote();
            if (vote != null) {
                spoken(vote.voter(), "has voted already");
                spoken(vote.voice(), "has voted already, through " + vote.voter());
            }
        }
    }

    private void spoken(PersonId person, String how) {
        barred.putIfAbsent(person, how);
        for (var pair : pairs) {
            var other = pair.against(person);
            if (other != null) {
                barred.putIfAbsent(
                        other, "must not decide together with " + person + ", who has voted (" + pair.reason() + ")");
            }
        }
    }

    /** Why this person can neither speak nor be spoken for on any open seat. */
    Optional<String> bar(PersonId person) {
        return Optional.ofNullable(barred.get(person));
    }

    /** Everybody whom the seat is for, whether they can still speak or not. */
    Set<PersonId> askedOn(Seat seat) {
        var reserved = seat.reserved();
        var asked = new LinkedHashSet<PersonId>();
        if (reserved != null) {
            asked.add(reserved);
        }
        groupsOn(seat).forEach(group -> asked.addAll(members(group)));
        return asked;
    }

    /** The groups whose members the seat is for now. */
    List<GroupId> groupsOn(Seat seat) {
        return seat.groups(escalated);
    }

    /** Whose voice can be heard on the seat. */
    Set<PersonId> voices(Seat seat) {
        return askedOn(seat).stream()
                .filter(person -> !barred.containsKey(person) && isKnown(person))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Who can speak for a voice: the person, and whoever stands in for them now. */
    Set<PersonId> speakers(PersonId voice) {
        var speakers = new LinkedHashSet<PersonId>();
        speakers.add(voice);
        speakers.addAll(substitutes.computeIfAbsent(voice, neighbours::substitutesOf));
        speakers.removeIf(person -> barred.containsKey(person) || !isKnown(person));
        return speakers;
    }

    /** Everybody who can still speak on some open seat. */
    Set<PersonId> speakers() {
        return seats.stream()
                .filter(Seat::open)
                .flatMap(seat -> voices(seat).stream())
                .flatMap(voice -> speakers(voice).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean mustNotSitTogether(PersonId one, PersonId other) {
        return pairs.stream().anyMatch(pair -> other.equals(pair.against(one)));
    }

    /** The best way to fill the open seats that have to be filled. */
    Matching best() {
        return best(null, Set.of());
    }

    /** How many more mandatory seats nobody could fill if this person took that seat for that voice. */
    int cost(Seat seat, Speaker speaker) {
        var gone = new HashSet<>(List.of(speaker.voice(), speaker.person()));
        for (var pair : pairs) {
            gone.addAll(List.of(speaker.voice(), speaker.person()).stream()
                    .flatMap(one -> Optional.ofNullable(pair.against(one)).stream())
                    .toList());
        }
        return best(seat, gone).gap() - best().gap();
    }

    private Matching best(@Nullable Seat taken, Set<PersonId> gone) {
        var voices = new LinkedHashMap<Seat, Set<PersonId>>();
        seats.stream()
                .filter(seat -> seat.open() && seat.mandatory() && !seat.equals(taken))
                .forEach(seat -> voices.put(seat, voices(seat)));
        var speakers = new HashMap<PersonId, Set<PersonId>>();
        voices.values().forEach(all -> all.forEach(voice -> speakers.put(voice, speakers(voice))));
        return best(voices, speakers, gone);
    }

    /** Where two sit together who must not, one of them has to go: the better of both ways. */
    private Matching best(Map<Seat, Set<PersonId>> voices, Map<PersonId, Set<PersonId>> speakers, Set<PersonId> gone) {
        var fewer = new LinkedHashMap<Seat, Set<PersonId>>();
        voices.forEach((seat, all) -> fewer.put(seat, without(all, gone)));
        var left = new HashMap<PersonId, Set<PersonId>>();
        speakers.forEach((voice, all) -> left.put(voice, without(all, gone)));
        var matching = Matching.of(fewer, left);
        var clash = clash(matching);
        if (clash.isEmpty()) {
            return matching;
        }
        var one = best(voices, speakers, with(gone, clash.get().person()));
        if (one.gap() == matching.gap()) {
            return one;
        }
        var other = best(
                voices, speakers, with(gone, Objects.requireNonNull(clash.get().other())));
        return one.gap() <= other.gap() ? one : other;
    }

    private Optional<Conflict> clash(Matching matching) {
        var heard = new HashSet<PersonId>();
        matching.seated().values().forEach(speaker -> {
            heard.add(speaker.voice());
            heard.add(speaker.person());
        });
        return pairs.stream()
                .filter(pair -> heard.contains(pair.person()) && heard.contains(pair.other()))
                .findFirst();
    }

    private static Set<PersonId> without(Set<PersonId> all, Set<PersonId> gone) {
        return all.stream()
                .filter(person -> !gone.contains(person))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<PersonId> with(Set<PersonId> gone, PersonId one) {
        var more = new HashSet<>(gone);
        more.add(one);
        return more;
    }

    private Set<PersonId> members(GroupId group) {
        return members.computeIfAbsent(group, asked -> {
            var found = neighbours.membersOf(asked).stream()
                    .map(Person::id)
                    .sorted(Comparator.comparing(PersonId::value))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            found.forEach(person -> known.put(person, true));
            return found;
        });
    }

    private boolean isKnown(PersonId person) {
        return known.computeIfAbsent(person, id -> neighbours.person(id).isPresent());
    }
}
