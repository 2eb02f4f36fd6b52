package dev.slipway.deployment.nginx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where users are led to, as it stands in the file that nginx includes.
 *
 * @param shares percent of the requests by slot
 * @param down servers that get no request for now
 * @param filled the version that the first instances of a slot were given by turns; empty where none
 * @param count how many of them were
 */
record Weights(Map<String, Integer> shares, Set<String> down, String filled, int count) {

    static final Weights NONE = new Weights(Map.of(), Set.of(), "", 0);

    private static final Pattern LINE =
            Pattern.compile("# slipway blue=(\\d+) green=(\\d+) filled=(\\S*) count=(\\d+)");

    int share(Slot slot) {
        return shares.getOrDefault(slot.name(), 0);
    }

    boolean lead(Slot slot) {
        return share(slot) > 0;
    }

    /** All requests go to the slot but for what goes to the other. */
    Weights led(Slot slot, int share, Slot other) {
        var led = new LinkedHashMap<String, Integer>();
        led.put(slot.name(), share);
        led.put(other.name(), 100 - share);
        return new Weights(led, Set.of(), filled, count);
    }

    Weights without(Set<String> servers) {
        return new Weights(shares, servers, filled, count);
    }

    Weights filled(String version, int instances) {
        return new Weights(shares, Set.of(), version, instances);
    }

    static Weights read(String text) {
        var line = LINE.matcher(text);
        return line.find()
                ? new Weights(
                        Map.of("blue", Integer.valueOf(line.group(1)), "green", Integer.valueOf(line.group(2))),
                        Set.of(),
                        line.group(3),
                        Integer.parseInt(line.group(4)))
                : NONE;
    }

    /** A server's weight is its slot's share by the size of the other slot: so the slots get exactly their shares. */
    String write(NginxSettings settings) {
        var slots = settings.slots();
        var blue = slots.get(0);
        var green = slots.get(1);
        var lines = new ArrayList<String>();
        lines.add("# Written by Slipway for " + settings.target().component() + " in "
                + settings.target().environment() + ": what is changed here is lost with its next move.");
        lines.add("# slipway blue=" + share(blue) + " green=" + share(green) + " filled=" + filled + " count=" + count);
        lines.add("upstream " + settings.upstream() + " {");
        lines.add("    zone " + settings.upstream() + " 256k;");
        var divisor = Math.max(
                1,
                divisor(
                        share(blue) * green.servers().size(),
                        share(green) * blue.servers().size()));
        servers(blue, share(blue) * green.servers().size() / divisor, lines);
        servers(green, share(green) * blue.servers().size() / divisor, lines);
        settings.directives().lines().map(String::strip).forEach(line -> lines.add("    " + line));
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private void servers(Slot slot, int weight, List<String> lines) {
        for (var server : slot.servers()) {
            lines.add("    server " + server
                    + (weight == 0 || down.contains(server) ? " down;" : " weight=" + weight + " max_fails=0;"));
        }
    }

    private static int divisor(int one, int other) {
        return other == 0 ? one : divisor(other, one % other);
    }
}
