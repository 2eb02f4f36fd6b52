package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.matching.HopcroftKarpMaximumCardinalityBipartiteMatching;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jspecify.annotations.Nullable;

/**
 * The most seats that can be filled at once. A seat needs a voice, a voice needs somebody to speak; every voice is heard once, and everybody speaks once.
 * Each voice stands on both sides of the graph and is paired with itself while it is silent; so one bipartite matching answers for seats, voices and
 * speakers together.
 *
 * @param seated by seat, whose voice and who speaks
 * @param shortages groups of seats that have too few speakers between them
 */
record Matching(Map<Seat, Speaker> seated, List<Shortage> shortages) {

    /** Somebody who speaks, and for whom. */
    record Speaker(PersonId voice, PersonId person) {}

    /** Seats that need more people than there are; no others can help out. */
    record Shortage(List<Seat> seats, Set<PersonId> people) {}

    /** How many seats stay empty. */
    int gap() {
        return shortages.stream()
                .mapToInt(shortage -> (int) shortage.seats().stream()
                        .filter(seat -> !seated.containsKey(seat))
                        .count())
                .sum();
    }

    /**
     * @param voices whose voice counts on which seat
     * @param speakers who can speak for a voice
     */
    static Matching of(Map<Seat, Set<PersonId>> voices, Map<PersonId, Set<PersonId>> speakers) {
        return new Solving(voices, speakers).solve();
    }

    private enum Side {
        SEAT,
        /** A voice as seats see it. */
        HEARD,
        /** A voice as speakers see it. */
        SPOKEN,
        SPEAKER
    }

    private record Node(Side side, Object of) {}

    private static final class Solving {

        private final Map<Seat, Set<PersonId>> voices;
        private final Graph<Node, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        private final Set<Node> left = new LinkedHashSet<>();
        private final Set<Node> right = new LinkedHashSet<>();
        private final Map<Node, Node> partners = new HashMap<>();

        Solving(Map<Seat, Set<PersonId>> voices, Map<PersonId, Set<PersonId>> speakers) {
            this.voices = voices;
            voices.forEach((seat, heard) -> {
                add(left, new Node(Side.SEAT, seat));
                heard.forEach(voice -> {
                    connect(new Node(Side.SPOKEN, voice), new Node(Side.HEARD, voice));
                    connect(new Node(Side.SEAT, seat), new Node(Side.HEARD, voice));
                    speakers.getOrDefault(voice, Set.of())
                            .forEach(person -> connect(new Node(Side.SPOKEN, voice), new Node(Side.SPEAKER, person)));
                });
            });
        }

        private void connect(Node from, Node to) {
            add(left, from);
            add(right, to);
            graph.addEdge(from, to);
        }

        private void add(Set<Node> side, Node node) {
            side.add(node);
            graph.addVertex(node);
        }

        Matching solve() {
            var matching = new HopcroftKarpMaximumCardinalityBipartiteMatching<>(graph, left, right).getMatching();
            for (var edge : matching.getEdges()) {
                partners.put(graph.getEdgeSource(edge), graph.getEdgeTarget(edge));
                partners.put(graph.getEdgeTarget(edge), graph.getEdgeSource(edge));
            }
            var seated = new LinkedHashMap<Seat, Speaker>();
            var empty = new ArrayList<Seat>();
            voices.keySet().forEach(seat -> {
                var speaker = speaker(seat);
                if (speaker == null) {
                    empty.add(seat);
                } else {
                    seated.put(seat, speaker);
                }
            });
            return new Matching(seated, shortages(empty));
        }

        private @Nullable Speaker speaker(Seat seat) {
            var heard = partners.get(new Node(Side.SEAT, seat));
            if (heard == null) {
                return null;
            }
            var spoken = partners.get(new Node(Side.SPOKEN, heard.of()));
            return spoken == null ? null : new Speaker((PersonId) heard.of(), (PersonId) spoken.of());
        }

        /** What an empty seat reaches by moving others is what it competes for in vain. */
        private List<Shortage> shortages(List<Seat> empty) {
            var shortages = new ArrayList<Shortage>();
            var told = new LinkedHashSet<Seat>();
            for (var seat : empty) {
                if (!told.contains(seat)) {
                    var shortage = shortage(seat);
                    told.addAll(shortage.seats());
                    shortages.add(shortage);
                }
            }
            return List.copyOf(shortages);
        }

        private Shortage shortage(Seat seat) {
            var seats = new LinkedHashSet<Seat>();
            var people = new TreeSet<PersonId>(Comparator.comparing(PersonId::value));
            var seen = new LinkedHashSet<Node>();
            var next = new ArrayDeque<Node>(List.of(new Node(Side.SEAT, seat)));
            while (!next.isEmpty()) {
                var node = next.poll();
                if (!seen.add(node)) {
                    continue;
                }
                if (node.side() == Side.SEAT) {
                    seats.add((Seat) node.of());
                }
                for (var neighbour : Graphs.neighborListOf(graph, node)) {
                    if (neighbour.side() == Side.SPEAKER) {
                        people.add((PersonId) neighbour.of());
                    }
                    var partner = partners.get(neighbour);
                    if (partner != null) {
                        next.add(partner);
                    }
                    if (neighbour.side() == Side.HEARD) {
                        next.add(new Node(Side.SPOKEN, neighbour.of()));
                    }
                }
            }
            return new Shortage(
                    seats.stream().sorted(Comparator.comparing(Seat::number)).toList(), people);
        }
    }
}
