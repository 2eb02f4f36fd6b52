package dev.slipway.policy;

import java.util.List;

/**
 * The policy says who is to be told that something happened to a release.
 *
 * @param event what happened: {@code approval-escalated}, or {@code release-} and how it ended
 */
public record Routed(String release, String event, List<Route> routes) {}
