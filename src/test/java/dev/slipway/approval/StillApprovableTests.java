package dev.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.approval.Matching.Speaker;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Thousands of random staffs, roles, exclusions, substitutes, conflicts and votes, each held against trying everything. */
class StillApprovableTests {

    private static final int STAFFS = 1500;

    @RepeatedTest(4)
    void agreesWithTryingEverythingVoteByVote(RepetitionInfo repetition) {
        var reachable = 0;
        var refusals = 0;
        for (var seed = 0; seed < STAFFS; seed++) {
            var staff = new Staff(new Random(seed * 10L + repetition.getCurrentRepetition()));
            var could = staff.canBeApproved();
            assertThat(staff.electorate().best().gap() == 0)
                    .as("staff %s: %s", seed, staff)
                    .isEqualTo(could);
            assertThat(staff.electorate().best().gap())
                    .as("staff %s: %s", seed, staff)
                    .isEqualTo(staff.gap());
            reachable += could ? 1 : 0;
            for (var vote = 0; vote < 4; vote++) {
                refusals += staff.voteAtRandom() ? 0 : 1;
                assertThat(staff.electorate().best().gap() == 0)
                        .as("staff %s after a vote: %s", seed, staff)
                        .isEqualTo(staff.canBeApproved());
                if (could) {
                    assertThat(staff.canBeApproved())
                            .as("what could be approved still can: staff %s: %s", seed, staff)
                            .isTrue();
                }
            }
        }
        assertThat(reachable).isBetween(STAFFS / 10, STAFFS * 9 / 10);
        assertThat(refusals).isGreaterThan(STAFFS / 10);
    }

    @Test
    void neverRefusesTheLastPersonWhoCouldStillBePlaced() {
        for (var seed = 0; seed < STAFFS; seed++) {
            var staff = new Staff(new Random(seed));
            if (staff.canBeApproved()) {
                while (staff.voteAtRandom()) {}
                staff.fill();
                assertThat(staff.seats).as("staff %s: %s", seed, staff).noneMatch(Seat::open);
            }
        }
    }

    /** Up to seven people in up to four roles, up to five seats. */
    private static final class Staff {

        final List<Seat> seats = new ArrayList<>();
        private final Neighbourhood neighbours = new Neighbourhood();
        private final List<PersonId> people = new ArrayList<>();
        private final Map<PersonId, String> excluded = new HashMap<>();
        private final List<Conflict> pairs = new ArrayList<>();
        private final Random random;

        Staff(Random random) {
            this.random = random;
            var roles = List.of("a", "b", "c", "d").subList(0, 1 + random.nextInt(4));
            for (var number = 0; number < 2 + random.nextInt(6); number++) {
                var person = new PersonId("p" + number);
                people.add(person);
                neighbours.person(
                        person.value(),
                        roles.stream().filter(role -> random.nextInt(5) < 2).toArray(String[]::new));
                if (random.nextInt(6) == 0) {
                    excluded.put(person, "wrote it");
                }
            }
            for (var count = random.nextInt(3); count > 0; count--) {
                var absent = anybody();
                var other = anybody();
                if (!absent.equals(other)) {
                    neighbours.substitute(absent.value(), other.value());
                }
            }
            for (var count = random.nextInt(3); count > 1; count--) {
                var one = anybody();
                var other = anybody();
                if (!one.equals(other)) {
                    pairs.add(new Conflict(1, one, other, null, "cousins", "root", Neighbourhood.NOW, null));
                }
            }
            for (var number = 1; number <= 1 + random.nextInt(5); number++) {
                var role = new GroupId(roles.get(random.nextInt(roles.size())));
                var reserved = random.nextInt(8) == 0 ? anybody() : null;
                seats.add(new Seat(number, role, "seat " + number, true, reserved, null, null));
            }
        }

        private PersonId anybody() {
            return people.get(random.nextInt(people.size()));
        }

        Electorate electorate() {
            return new Electorate(List.copyOf(seats), false, excluded, pairs, neighbours);
        }

        /** Somebody tries to take a seat, for themselves or somebody else; answers whether they could. */
        boolean voteAtRandom() {
            var open = seats.stream().filter(Seat::open).toList();
            if (open.isEmpty()) {
                return false;
            }
            var seat = open.get(random.nextInt(open.size()));
            return vote(seat, new Speaker(anybody(), anybody()));
        }

        private boolean vote(Seat seat, Speaker speaker) {
            var electorate = electorate();
            if (!electorate.voices(seat).contains(speaker.voice())
                    || !electorate.speakers(speaker.voice()).contains(speaker.person())
                    || electorate.mustNotSitTogether(speaker.voice(), speaker.person())
                    || electorate.cost(seat, speaker) > 0) {
                return false;
            }
            var standsFor = speaker.voice().equals(speaker.person()) ? null : speaker.voice();
            var vote = new Vote(speaker.person(), standsFor, Decision.APPROVE, "", Neighbourhood.NOW, null);
            seats.set(seat.number() - 1, seat.with(vote));
            return true;
        }

        /** Everybody takes whatever seat they get until nobody gets one. */
        void fill() {
            for (var again = true; again; ) {
                again = false;
                for (var seat : List.copyOf(seats)) {
                    for (var voice : people) {
                        for (var person : people) {
                            again |= seats.get(seat.number() - 1).open() && vote(seat, new Speaker(voice, person));
                        }
                    }
                }
            }
        }

        boolean canBeApproved() {
            return gap() == 0;
        }

        /** Tries every way to fill the seats: a voice is heard once, a person speaks once, nobody who must not. */
        int gap() {
            var gone = new HashSet<>(excluded.keySet());
            for (var seat : seats) {
                if (!seat.open()) {
                    gone.add(seat.voter());
                    gone.add(Objects.requireNonNull(seat.vote()).voice());
                }
            }
            var heard = new LinkedHashSet<PersonId>(gone);
            heard.removeAll(excluded.keySet());
            return fewestEmpty(seats.stream().filter(Seat::open).toList(), 0, gone, new LinkedHashSet<>(), heard);
        }

        private int fewestEmpty(
                List<Seat> open, int at, Set<PersonId> gone, Set<Map<String, PersonId>> placed, Set<PersonId> present) {
            if (at == open.size()) {
                return clashes(present) ? open.size() + 1 : open.size() - placed.size();
            }
            var best = fewestEmpty(open, at + 1, gone, placed, present);
            var seat = open.get(at);
            for (var voice : people) {
                var asked = seat.reserved() == null
                        ? neighbours.groups(voice).contains(seat.role())
                        : seat.reserved().equals(voice);
                if (!asked || gone.contains(voice) || placed.stream().anyMatch(one -> voice.equals(one.get("voice")))) {
                    continue;
                }
                for (var person : people) {
                    var may = person.equals(voice)
                            || neighbours.substitutesOf(voice).contains(person);
                    if (!may
                            || gone.contains(person)
                            || placed.stream().anyMatch(one -> person.equals(one.get("person")))) {
                        continue;
                    }
                    var more = new LinkedHashSet<>(placed);
                    more.add(new LinkedHashMap<>(Map.of("voice", voice, "person", person)));
                    var together = new LinkedHashSet<>(present);
                    together.add(voice);
                    together.add(person);
                    best = Math.min(best, fewestEmpty(open, at + 1, gone, more, together));
                }
            }
            return best;
        }

        private boolean clashes(Set<PersonId> present) {
            return pairs.stream().anyMatch(pair -> present.contains(pair.person()) && present.contains(pair.other()));
        }

        @Override
        public String toString() {
            return people.stream()
                            .map(person -> person + "=" + neighbours.groups(person))
                            .toList() + " excluded " + excluded.keySet() + " substitutes " + neighbours.substitutes
                    + " pairs " + pairs + " seats " + seats;
        }
    }
}
