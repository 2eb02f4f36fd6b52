package dev.slipway.content;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code slipway.content}.
 *
 * @param cache where copies of remote repositories are kept
 * @param silence how long a remote repository may stay silent
 * @param fetchTimeout how long fetching a remote repository may take in all
 * @param mostCommits how many commits of one release are read, newest first
 * @param artifacts where copies of artifacts are kept, named by their digests
 * @param artifactTimeout how long fetching an artifact may take in all
 * @param artifactLimit how large an artifact may be
 */
@Validated
@ConfigurationProperties("slipway.content")
record ContentProperties(
        @DefaultValue("data/repositories") Path cache,
        @DefaultValue("30s") Duration silence,
        @DefaultValue("5m") Duration fetchTimeout,
        @DefaultValue("10000") @Min(1) int mostCommits,
        @DefaultValue("data/artifacts") Path artifacts,
        @DefaultValue("10m") Duration artifactTimeout,
        @DefaultValue("4GB") DataSize artifactLimit) {}
