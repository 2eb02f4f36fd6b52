package dev.slipway.crash;

import dev.slipway.crash.Blow.Kind;
import dev.slipway.crash.Hand.Act;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Release after release, each with one blow; afterwards everything has to be true. */
final class Rounds implements AutoCloseable {

    /** How many milliseconds it takes from the vote to the end, before it was measured. */
    private static final Map<String, Long> USUAL = Map.of(
            "all-at-once", 8_000L, "rolling", 18_000L, "blue-green", 16_000L, "canary", 22_000L, "flagged", 28_000L);

    private final Harbour harbour;
    private final Application application;
    private final Mate mate;
    private final Random random;
    private final Hand hand;
    private final Matrix matrix;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Long> usual = new HashMap<>();
    private final Map<String, Integer> endings = new TreeMap<>();
    private int version;

    Rounds(Harbour harbour, Application application, Crew crew, Random random) throws IOException {
        this.harbour = harbour;
        this.application = application;
        this.random = random;
        this.mate = new Mate(harbour.folder(), application.address().getPort(), crew.mates());
        this.hand = new Hand(crew);
        this.matrix = new Matrix(harbour, crew);
    }

    /** Where two versions do not fit beside each other most strategies make sense as well, if less. */
    void sail(String strategy, Kind kind) throws Exception {
        var blow = Blow.random(kind, random);
        var inSlots = !List.of("all-at-once", "rolling").contains(strategy);
        var ferry = harbour.ferry(random.nextInt(6) == 0 != inSlots, kind == Kind.AGENT || random.nextInt(3) == 0);
        var healthy = random.nextInt(4) == 0 ? random.nextInt(80) : -1;
        var text = "%s of %s%s: %s"
                .formatted(
                        strategy, ferry.key(), healthy < 0 ? "" : ", ill after %d questions".formatted(healthy), blow);
        version++;
        var before = matrix.versions(ferry);
        var begun = Instant.now();
        var voyage = hand.begin(ferry.build(harbour.folder(), "1.0." + version, strategy, healthy));
        blow.await(voyage, usual.getOrDefault(strategy, USUAL.get(strategy)), harbour.ledger());
        var hit = strike(blow, ferry);
        if (!voyage.awaitEnd()) {
            throw new IllegalStateException("%s, %s -> %s does not end; people were asked %s; %s; see %s"
                    .formatted(text, hit, voyage.release(), hand.questions(), hand.complaints(), harbour.folder()));
        }
        var took = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        System.out.printf(
                "%s, %s -> %s %s after %.1f s, %.1f s of it in production%n",
                text,
                hit,
                voyage.release(),
                voyage.state(),
                took,
                voyage.inProduction().toMillis() / 1000.0);
        if (kind != Kind.SERVER && voyage.state().equals("released")) {
            usual.put(strategy, voyage.inProduction().toMillis());
        }
        endings.merge(kind + " " + voyage.state(), 1, Integer::sum);
        var found = new ArrayList<>(harbour.ledger().objections());
        found.addAll(ending(healthy >= 0 || matrix.isWounded(ferry), voyage, before, matrix.versions(ferry)));
        found.addAll(matrix.disagreements());
        if (strategy.equals("flagged") && voyage.state().equals("released") && matrix.shown(ferry) != 100) {
            found.add("it is released, but " + matrix.shown(ferry) + "% see it");
        }
        found.forEach(complaint -> complain(voyage.release() + ": " + complaint));
        hand.complaints().forEach(this::complain);
        hand.complaints().clear();
    }

    private void complain(String complaint) {
        if (!complaints.contains(complaint)) {
            System.out.println("    " + complaint);
            complaints.add(complaint);
        }
    }

    private String strike(Blow blow, Ferry ferry) throws Exception {
        switch (blow.kind()) {
            case SERVER -> {
                sinkServer(blow.hard());
                application.start();
                if (blow.again() > 0) {
                    Thread.sleep(blow.again());
                    sinkServer(blow.hard());
                    application.start();
                }
                application.awaitReady();
                return "the server";
            }
            case AGENT -> {
                mate.replace(blow, harbour.ledger());
                return "the agent";
            }
            case TARGET -> {
                return strikeTarget(blow, ferry);
            }
        }
        throw new IllegalStateException(blow.toString());
    }

    private void sinkServer(boolean withCommands) throws InterruptedException {
        if (withCommands) {
            harbour.ledger().cut(application.killWithCommands().stream());
        } else {
            application.kill();
        }
    }

    private String strikeTarget(Blow blow, Ferry ferry) throws InterruptedException {
        var commands = harbour.ledger().working();
        if (blow.hard() && !commands.isEmpty()) {
            var all = new ArrayList<>(commands);
            if (random.nextBoolean()) {
                commands.forEach(command -> command.parent().ifPresent(all::add));
            }
            Processes.killAll(all);
            harbour.ledger().cut(commands.stream());
            return "%d commands".formatted(commands.size());
        }
        var docks = new ArrayList<>(harbour.docks("production", ferry));
        docks.addAll(blow.moment() < 0 ? 0 : docks.size(), harbour.docks("staging", ferry));
        for (var dock : docks) {
            var there = dock.moored();
            if (!there.isEmpty()) {
                var ship = there.get(random.nextInt(there.size()));
                harbour.ledger().sunk(dock, ship);
                Processes.killAll(ProcessHandle.of(ship.pid()).stream().toList());
                matrix.wound(dock);
                return "%s in %s".formatted(ship.version(), dock.name());
            }
        }
        return "nobody";
    }

    private static List<String> ending(
            boolean excused, Voyage voyage, Map<String, String> before, Map<String, String> after) {
        var version = voyage.version();
        var wrong = new ArrayList<String>();
        after.forEach((dock, there) -> {
            var wanted = dock.startsWith("production")
                    && switch (voyage.state()) {
                        case "released" -> !there.equals(version);
                        case "rolled-back" -> !there.equals(before.get(dock));
                        default -> false;
                    };
            if (wanted) {
                wrong.add(dock + " is at " + there + " instead of " + before.get(dock) + " or " + version);
            }
        });
        var wentWell = voyage.state().equals("released");
        if (!wentWell && !(excused && voyage.state().equals("rolled-back"))) {
            wrong.add("it ended as " + voyage.state() + " although nothing was wrong with it");
        }
        return wrong;
    }

    List<String> complaints() {
        return complaints;
    }

    List<Act> acknowledged() {
        return hand.acknowledged();
    }

    String summary() {
        var ledger = harbour.ledger();
        return "%d releases: %s; people were asked %s; %d acknowledged acts; %d pieces of work done, %d cut short; %s"
                .formatted(
                        version,
                        endings,
                        hand.questions(),
                        acknowledged().size(),
                        ledger.done(),
                        ledger.cutShort(),
                        matrix.summary());
    }

    @Override
    public void close() throws InterruptedException {
        hand.close();
        mate.close();
    }
}
