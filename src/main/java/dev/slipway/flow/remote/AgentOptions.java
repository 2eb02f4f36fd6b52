package dev.slipway.flow.remote;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;

/**
 * How an agent was started.
 *
 * @param folder where it keeps artifacts and what running commands leave behind; it must survive a restart
 * @param places how many orders it works on at once
 * @param lock how long an order stays with it when it no longer answers
 * @param beat how often it says that it is there
 */
record AgentOptions(
        URI server,
        String token,
        Set<String> topics,
        Map<String, String> labels,
        String name,
        Path folder,
        int places,
        Duration lock,
        Duration beat) {

    static final String USAGE = """
            java -jar slipway.jar agent --server URL --topics deploy,restore,smoke-check,watch,probe [options]

              --server URL       where Slipway answers, such as https://slipway.example.org
              --token TOKEN      the token of a service account with a scope agent:TOPIC for each topic;
                                 better in the environment, as SLIPWAY_AGENT_TOKEN, where nobody sees it in a list of processes
              --topics A,B       what it does: deploy, install-beside, shift-traffic, remove-old, restore,
                                 smoke-check, watch, probe
              --labels K=V,K=V   by which targets choose it
              --name NAME        what it is called; the machine's name if it is left out
              --folder FOLDER    where artifacts and running commands are kept over restarts; data/agent if it is left out
              --places N         how many orders it works on at once; 2 if it is left out
              --lock 30s         how long an order stays with it when it no longer answers
              --beat 10s         how often it says that it is there
            """;

    private static final List<String> KNOWN =
            List.of("server", "token", "topics", "labels", "name", "folder", "places", "lock", "beat");

    /** @throws IllegalArgumentException with a sentence for whoever has started it */
    static AgentOptions of(List<String> words, Map<String, String> environment) {
        var given = given(words);
        given.putIfAbsent("token", environment.getOrDefault("SLIPWAY_AGENT_TOKEN", ""));
        for (var needed : List.of("server", "token", "topics")) {
            if (given.getOrDefault(needed, "").isBlank()) {
                throw new IllegalArgumentException("Give --" + needed + ".");
            }
        }
        return new AgentOptions(
                URI.create(given.getOrDefault("server", "").replaceAll("/+$", "")),
                given.getOrDefault("token", ""),
                Set.copyOf(list(given.getOrDefault("topics", ""))),
                labels(given.getOrDefault("labels", "")),
                given.getOrDefault("name", machine()),
                Path.of(given.getOrDefault("folder", "data/agent")).toAbsolutePath(),
                Math.max(1, Integer.parseInt(given.getOrDefault("places", "2"))),
                DurationStyle.detectAndParse(given.getOrDefault("lock", "30s")),
                DurationStyle.detectAndParse(given.getOrDefault("beat", "10s")));
    }

    private static Map<String, String> given(List<String> words) {
        var given = new HashMap<String, String>();
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            var pair = word.split("=", 2);
            var name = pair[0].startsWith("--") ? pair[0].substring(2) : "";
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("'" + word + "' is no option.");
            }
            if (pair.length == 1 && at + 1 == words.size()) {
                throw new IllegalArgumentException("Give a value for " + word + ".");
            }
            given.put(name, pair.length == 2 ? pair[1] : words.get(++at));
        }
        return given;
    }

    private static Map<String, String> labels(String text) {
        var labels = new TreeMap<String, String>();
        for (var label : list(text)) {
            var pair = label.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException("'" + label + "' is no label. Write name=value.");
            }
            labels.put(pair[0].strip(), pair[1].strip());
        }
        return labels;
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toList());
    }

    static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /** Where the agents' part of Slipway answers. */
    String door() {
        return server + "/api/agents";
    }
}
