package dev.slipway.quality.analysis;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code slipway.prometheus}.
 *
 * @param url the Prometheus that is asked about environments whose document names none; unset means nobody is asked
 * @param token sent as a bearer token; empty where none is needed
 * @param timeout how long one question may take
 * @param grace how long after the end of an analysis a silent Prometheus is asked again before that counts as no data
 */
@Validated
@ConfigurationProperties("slipway.prometheus")
record PrometheusProperties(
        @Nullable URI url,
        @DefaultValue("") @NotNull String token,
        @DefaultValue("10s") @NotNull Duration timeout,
        @DefaultValue("30s") @NotNull Duration grace) {}
