package dev.slipway.drill;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code slipway.drill}.
 *
 * @param look how often this node looks for drills that are due; {@code PT0S} means never
 */
@Validated
@ConfigurationProperties("slipway.drill")
record DrillProperties(@DefaultValue("1m") @NotNull Duration look) {}
