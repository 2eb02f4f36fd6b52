package dev.slipway.flow.work;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code slipway.worker}.
 *
 * @param enabled whether this node does work steps
 * @param concurrency how many it does at once
 * @param lock how long a step stays with a node that no longer answers
 * @param renewal how often a working node says that it is there
 * @param poll how often it looks for work that other nodes left
 * @param backOff how long it waits before each further try; after the last one an operator is asked
 * @param drain how long a node that is stopped waits for the work it has begun
 */
@Validated
@ConfigurationProperties("slipway.worker")
record WorkerProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("4") @Min(1) int concurrency,
        @DefaultValue("30s") @NotNull Duration lock,
        @DefaultValue("10s") @NotNull Duration renewal,
        @DefaultValue("1s") @NotNull Duration poll,
        @DefaultValue({"10s", "30s", "2m"}) @NotNull List<Duration> backOff,
        @DefaultValue("15s") @NotNull Duration drain) {}
