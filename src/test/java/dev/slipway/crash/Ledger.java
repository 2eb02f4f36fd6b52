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
import java.util.stream.Stream;

/** What commands wrote down: every real beginning and end of work, in order, and which of them were killed. */
final class Ledger {

    private final Path file;

    Ledger(Path file) {
        this.file = file;
    }

    /** Writes down that these processes are dead. */
    void cut(Stream<ProcessHandle> processes) {
        try {
            Files.write(
                    file,
                    processes.map(process -> "cut - - - - " + process.pid()).toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    long begun() {
        return lines().stream().filter(line -> line.what.equals("begin")).count();
    }

    /** How often a piece of work was cut short. */
    long cutShort() {
        return begun()
                - lines().stream().filter(line -> line.what.equals("end")).count();
    }

    long done() {
        return lines().stream()
                .filter(line -> line.what.equals("end"))
                .map(Line::work)
                .distinct()
                .count();
    }

    /** Work that began beside its like, or after it was done, or never came to an end. */
    List<String> objections() {
        var objections = new ArrayList<String>();
        var working = new HashMap<String, Line>();
        var done = new HashSet<String>();
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

    /** @param version what was done there: where it is a move, the version and the percent of users or instances that get it */
    private record Line(String what, String place, String version, String visit, long process) {

        static Line read(String text) {
            var words = text.split(" ");
            return new Line(words[0], words[1] + " " + words[2], words[3], words[4], Long.parseLong(words[5]));
        }

        String work() {
            return place + " " + version;
        }
    }
}
