package dev.slipway.journal;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code slipway.journal}.
 *
 * @param sealEvery how often chains are bound into a signed seal; {@code PT0S} means never
 * @param key the file with this node's sealing key, made at first start
 */
@Validated
@ConfigurationProperties("slipway.journal")
record JournalProperties(
        @DefaultValue("1m") @NotNull Duration sealEvery,
        @DefaultValue("data/journal.key") @NotNull Path key) {}
