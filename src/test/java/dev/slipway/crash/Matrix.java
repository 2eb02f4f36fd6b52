package dev.slipway.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Holds what Slipway says is where against what is true there. */
final class Matrix {

    private static final int BUSY = 409;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    private final Harbour harbour;
    private final Crew crew;

    /** Where a version was killed, and nobody has brought it back yet. */
    private final Set<Dock> wounded = new HashSet<>();

    private int agreed;
    private int seen;
    private int healed;

    Matrix(Harbour harbour, Crew crew) {
        this.harbour = harbour;
        this.crew = crew;
    }

    void wound(Dock dock) {
        wounded.add(dock);
    }

    /** Whether a version of the product was killed that nobody has brought back yet. */
    boolean isWounded(Ferry ferry) {
        return wounded.stream().anyMatch(dock -> dock.product().equals(ferry.key()));
    }

    /** The version on record at each dock of a product; empty where there is none. */
    Map<String, String> versions(Ferry ferry) throws Exception {
        var cells = cells();
        var versions = new TreeMap<String, String>();
        for (var environment : Harbour.ENVIRONMENTS) {
            harbour.docks(environment, ferry)
                    .forEach(dock -> versions.put(dock.name(), text(cells.get(dock.name()), "version")));
        }
        return versions;
    }

    /** Percent of the users of production who see what is behind the product's flag. */
    int shown(Ferry ferry) throws Exception {
        var flag = crew.program()
                .get("/api/flags/" + ferry.key() + "/" + Ferry.FLAG)
                .expectAcknowledged();
        for (var exposure : flag.json().get("environments")) {
            if (exposure.get("environment").asText().equals("production")) {
                return exposure.get("on").asBoolean() ? exposure.get("share").asInt() : 0;
            }
        }
        return 0;
    }

    private Map<String, JsonNode> cells() throws Exception {
        var cells = new TreeMap<String, JsonNode>();
        for (var environment :
                crew.program().get("/api/environments").expectAcknowledged().json()) {
            for (var cell : environment.get("components")) {
                var name = environment.get("key").asText() + "-"
                        + cell.get("component").asText().replace('/', '-');
                cells.put(name, cell);
            }
        }
        return cells;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("").replace("null", "");
    }

    /** Every dock at which record, probe and truth are not the same, and nothing explains that. */
    List<String> disagreements() throws Exception {
        var cells = cells();
        var found = new ArrayList<String>();
        for (var dock : harbour.all().toList()) {
            var planned = text(cells.get(dock.name()), "version");
            if (!text(cells.get(dock.name()), "heldBy").isEmpty()) {
                found.add(dock.name() + " is still held");
            }
            if (isTrue(dock, planned)) {
                healed += wounded.remove(dock) ? 1 : 0;
            } else if (wounded.contains(dock)
                    && Set.of(planned).containsAll(dock.versions().keySet())) {
                seen++;
            } else {
                found.add("%s is to be at %s, but there are %s, and users are led to '%s'"
                        .formatted(dock.name(), planned, dock.versions(), dock.served()));
            }
            found.addAll(probed(dock, planned));
        }
        return found;
    }

    private static boolean isTrue(Dock dock, String planned) {
        if (planned.isEmpty()) {
            return dock.versions().isEmpty();
        }
        var all = dock.cells() == Harbour.SLOTS ? 1 : dock.cells();
        return dock.versions().equals(Map.of(planned, all)) && dock.served().equals(planned);
    }

    /** What the matrix says after it was asked: that what is true is planned, or that it is not. */
    private List<String> probed(Dock dock, String planned) throws Exception {
        var answer = ask(dock);
        if (!answer.isAcknowledged()) {
            return List.of(dock.name() + " cannot be asked: " + answer);
        }
        var finding = text(answer.json(), "finding");
        if (finding.isEmpty() || finding.equals("unknown")) {
            return List.of(dock.name() + " is unknown: " + answer);
        }
        var versions = StreamSupport.stream(answer.json().get("versions").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var truth = List.copyOf(dock.versions().keySet());
        var wanted = truth.equals(planned.isEmpty() ? List.of() : List.of(planned)) ? "agrees" : "drifted";
        agreed++;
        var share = answer.json().get("share").asInt();
        return versions.equals(truth) && finding.equals(wanted) && (truth.size() != 1 || share == dock.share())
                ? List.of()
                : List.of(dock.name() + " has " + truth + ", but is said to have " + answer.body());
    }

    /** An agent that was only just started answers a little later. */
    private Client.Answer ask(Dock dock) throws Exception {
        var path = "/api/environments/" + dock.environment() + "/" + dock.product() + "/" + dock.component() + "/probe";
        var deadline = System.nanoTime() + PATIENCE;
        while (true) {
            var answer = crew.watchman().post(path, Map.of());
            if (answer.status() != BUSY || System.nanoTime() > deadline) {
                return answer;
            }
            Thread.sleep(200);
        }
    }

    String summary() {
        return "%d answers of targets agree with the matrix, %d times a dead version was there to see, %d were brought back"
                .formatted(agreed, seen, healed);
    }
}
