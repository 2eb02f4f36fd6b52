package dev.slipway.catalog;

import java.util.Map;

/**
 * How one component is moved in one environment.
 *
 * @param adapter the kind of target, such as {@code command}
 * @param settings what the adapter needs; checked by the adapter
 * @param url where the component answers over HTTP; empty where it does not
 * @param agent which agents do the work there, by name or labels; empty where Slipway does it itself
 */
public record TargetDescription(
        EnvironmentKey environment,
        ComponentKey component,
        String adapter,
        Map<String, String> settings,
        String url,
        String agent) {

    /** A target whose work Slipway does itself. */
    public TargetDescription(
            EnvironmentKey environment,
            ComponentKey component,
            String adapter,
            Map<String, String> settings,
            String url) {
        this(environment, component, adapter, settings, url, "");
    }

    /** Whether only an agent near the target can do its work. */
    public boolean isRemote() {
        return !agent.isEmpty();
    }
}
