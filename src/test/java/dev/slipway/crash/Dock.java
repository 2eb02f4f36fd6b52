package dev.slipway.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Where one component lies in one environment, seen from outside: which processes are really at work there.
 *
 * @param cells how many processes there is room for
 */
record Dock(String environment, String product, String component, Path place, int cells) {

    String name() {
        return environment + "-" + product + "-" + component;
    }

    boolean isIn(String environment, String product) {
        return this.environment.equals(environment) && this.product.equals(product);
    }

    /** The processes that are alive there. */
    List<Moored> moored() {
        return berths().stream().filter(ship -> Processes.lives(ship.pid)).toList();
    }

    /** Where users are led: to the living and to those whose death nobody has noticed. */
    private List<Moored> berths() {
        return IntStream.rangeClosed(1, cells)
                .boxed()
                .flatMap(cell -> berth(cell).stream())
                .toList();
    }

    private Optional<Moored> berth(int cell) {
        try {
            var words = Files.readString(place.resolve(Integer.toString(cell))).split("\\s+");
            var pid = Long.parseLong(
                    Files.readString(place.resolve(cell + ".pid")).strip());
            return Optional.of(new Moored(cell, words[0], Integer.parseInt(words[1]), pid));
        } catch (IOException | RuntimeException changing) {
            return Optional.empty();
        }
    }

    /** How many processes of each version are alive there. */
    Map<String, Integer> versions() {
        var versions = new TreeMap<String, Integer>();
        moored().forEach(ship -> versions.merge(ship.version, 1, Integer::sum));
        return versions;
    }

    /** Where the next user is led; empty where nobody is there. */
    Optional<Moored> next(Random random) {
        var led = led();
        var there = berths();
        if (led.length < 2) {
            return there.isEmpty() || !isShared()
                    ? Optional.empty()
                    : Optional.of(there.get(random.nextInt(there.size())));
        }
        var toIt = random.nextInt(100) < Integer.parseInt(led[1]);
        return there.stream()
                .filter(ship -> ship.version.equals(led[0]) == toIt)
                .findFirst();
    }

    /** The version that all users are led to; empty where they are led to none, or to several. */
    String served() {
        var led = led();
        var versions = versions().keySet();
        if (!isShared()) {
            return led.length == 2 && led[1].equals("100") ? led[0] : "";
        }
        return versions.size() == 1 ? versions.iterator().next() : "";
    }

    /** Whether instances share the users evenly. */
    private boolean isShared() {
        return cells != Harbour.SLOTS;
    }

    /** Percent of the places of the only version there at which it is alive. */
    int share() {
        return isShared() ? moored().size() * 100 / cells : 100;
    }

    private String[] led() {
        try {
            return Files.readString(place.resolve("traffic")).strip().split(" ");
        } catch (IOException nobody) {
            return new String[0];
        }
    }

    /** @param port where it answers */
    record Moored(int cell, String version, int port, long pid) {}
}
