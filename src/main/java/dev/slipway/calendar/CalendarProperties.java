package dev.slipway.calendar;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code slipway.calendar}.
 *
 * @param refresh how often imported calendars are read again; {@code PT0S} means never
 * @param timeout how long reading one may take
 * @param largest how many bytes one may have
 */
@Validated
@ConfigurationProperties("slipway.calendar")
record CalendarProperties(
        @DefaultValue("15m") @NotNull Duration refresh,
        @DefaultValue("10s") @NotNull Duration timeout,
        @DefaultValue("1048576") @Min(1) int largest) {}
