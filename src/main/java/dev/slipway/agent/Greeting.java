package dev.slipway.agent;

import java.util.Map;
import java.util.Set;

/** What an agent says of itself, again and again. */
record Greeting(
        String name,
        String session,
        Map<String, String> labels,
        Set<String> topics,
        String version,
        String host,
        boolean draining) {}
