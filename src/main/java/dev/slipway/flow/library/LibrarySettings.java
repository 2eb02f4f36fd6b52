package dev.slipway.flow.library;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.flow}.
 *
 * @param processes where the models lie; a missing folder stands for the models that Slipway brings along
 * @param watch how often it is looked whether they have changed; {@code 0s} means only at the start and when an administrator says so
 */
@ConfigurationProperties("slipway.flow")
public record LibrarySettings(
        @DefaultValue("file:processes") String processes,
        @DefaultValue("5s") Duration watch) {}
