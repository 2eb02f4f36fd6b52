package dev.slipway.flow.library;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.flow}.
 *
 * @param processes where the models lie; a missing folder stands for the models that Slipway brings along
 */
@ConfigurationProperties("slipway.flow")
record LibrarySettings(@DefaultValue("file:processes") String processes) {}
