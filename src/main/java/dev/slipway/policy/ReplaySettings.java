package dev.slipway.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code slipway.replay}.
 *
 * @param largest how large a table may be that is replayed
 * @param longest how long a replay may take before it is broken off
 */
@ConfigurationProperties("slipway.replay")
record ReplaySettings(
        @DefaultValue("1MB") DataSize largest,
        @DefaultValue("5m") Duration longest) {}
