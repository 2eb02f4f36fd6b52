package dev.slipway.flow.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code slipway.probe}: how deployed components are asked how they are.
 *
 * @param tries how often a smoke check asks before it takes no for an answer
 * @param pause how long it waits between two questions, as does the watch
 * @param tolerance how many percent of a watch's questions may go wrong, where the model does not say
 */
@Validated
@ConfigurationProperties("slipway.probe")
record ProbeProperties(
        @DefaultValue("20") @Min(1) int tries,
        @DefaultValue("1s") @NotNull Duration pause,
        @DefaultValue("10") @Min(0) @Max(100) int tolerance) {}
