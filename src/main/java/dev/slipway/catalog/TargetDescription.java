package dev.slipway.catalog;

import java.util.Map;

/**
 * How one component is moved in one environment.
 *
 * @param adapter the kind of target, such as {@code command}
 * @param settings what the adapter needs; checked by the adapter
 * @param url where the component answers over HTTP; empty where it does not
 */
public record TargetDescription(
        EnvironmentKey environment, ComponentKey component, String adapter, Map<String, String> settings, String url) {}
