package dev.slipway.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What commands wrote down: every real beginning, effect and end of work, in order; and whom somebody has killed. */
final class Ledger {

    private final Path file;

    Ledger(Path file) {
        this.file = file;
    }

    /** Writes down that these commands are dead. */
    void cut(Stream<ProcessHandle> processes) {
        write(processes.map(process -> "cut - - - - " + process.pid()).toList());
    }

    /** Writes down that a version dies now: it may be started again. */
    void sunk(Dock dock, Dock.Moored ship) {
        write(List.of("sunk %s %s/%s %s#%d - %d"
                .formatted(
                        dock.environment(),
                        dock.product(),
                        dock.component(),
                        ship.version(),
                        ship.cell(),
                        ship.pid())));
    }

    private void write(List<String> lines) {
        try {
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The processes of commands that have begun and not ended. */
    List<ProcessHandle> working() {
        var working = new HashMap<Work, Line>();
        for (var line : lines()) {
            switch (line.what) {
                case "begin" -> working.put(line.work(), line);
                case "end", "no" -> working.remove(line.work());
                case "cut" -> working.values().removeIf(other -> other.process == line.process);
                default -> {}
            }
        }
        return working.values().stream()
                .flatMap(line -> ProcessHandle.of(line.process).stream())
                .filter(Processes::lives)
                .toList();
    }

    long begun() {
        return count("begin");
    }

    long done() {
        return count("end");
    }

    /** How often a piece of work was cut short. */
    long cutShort() {
        return begun() - done() - count("no");
    }

    private long count(String what) {
        return lines().stream().filter(line -> line.what.equals(what)).count();
    }

    /** Visits that have brought work to its end. */
    Set<String> visits() {
        return lines().stream()
                .filter(line -> line.what.equals("end") && !line.place.startsWith("check "))
                .map(line -> line.place + " " + line.visit)
                .collect(Collectors.toSet());
    }

    /** Work that began beside its like, or after it was done, or never came to an end; effects that it had twice. */
    List<String> objections() {
        var objections = new ArrayList<String>();
        var working = new HashMap<String, Line>();
        var done = new HashSet<Work>();
        var effects = new HashSet<Work>();
        for (var line : lines()) {
            switch (line.what) {
                case "begin" -> {
                    var other = working.put(line.place, line);
                    if (other != null) {
                        objections.add(line + " beside " + other);
                    }
                    if (done.contains(line.work())) {
                        objections.add(line + " although it was done");
                    }
                }
                case "end" -> {
                    working.remove(line.place);
                    if (!done.add(line.work())) {
                        objections.add(line + " a second time");
                    }
                }
                case "no" -> working.remove(line.place);
                case "did" -> {
                    if (!effects.add(line.work())) {
                        objections.add(line + " a second time");
                    }
                }
                case "sunk" -> effects.removeIf(effect -> effect.place.equals(line.place));
                default -> working.values().removeIf(other -> other.process == line.process);
            }
        }
        working.values().forEach(line -> objections.add(line + " without an end"));
        return objections;
    }

    private List<Line> lines() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Line::read).toList()
                    : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One piece of work of one visit. */
    private record Work(String place, String name, String visit) {}

    /** @param name what was done there: where it is a move, its kind, the version and the percent of users or instances that get it */
    private record Line(String what, String place, String name, String visit, long process) {

        static Line read(String text) {
            var words = text.split(" ");
            return new Line(words[0], words[1] + " " + words[2], words[3], words[4], Long.parseLong(words[5]));
        }

        Work work() {
            return new Work(place, name, visit);
        }
    }
}
