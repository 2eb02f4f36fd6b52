package dev.slipway.agent;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code slipway.agent}.
 *
 * @param patience how long an agent that is not heard of counts as connected
 * @param shown how long the page shows an agent of which nothing is heard any more among the others
 * @param lock how long an order stays at most with an agent that no longer answers
 */
@Validated
@ConfigurationProperties("slipway.agent")
record AgentProperties(
        @DefaultValue("30s") @NotNull Duration patience,
        @DefaultValue("1d") @NotNull Duration shown,
        @DefaultValue("5m") @NotNull Duration lock) {}
