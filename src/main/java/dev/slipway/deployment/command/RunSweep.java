package dev.slipway.deployment.command;

import dev.slipway.deployment.DeploymentProperties;
import dev.slipway.deployment.spi.Leavings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Deletes what commands left behind long ago; their logs are kept elsewhere. */
@Component
class RunSweep implements Leavings {

    private final DeploymentProperties properties;
    private final Clock clock;

    RunSweep(DeploymentProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
    @Override
    public void sweep() {
        if (!Files.isDirectory(properties.runs())) {
            return;
        }
        try (var folders = Files.list(properties.runs())) {
            for (var folder : folders.filter(this::isOld).toList()) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void clear(String visit) {
        if (visit.isEmpty() || !Files.isDirectory(properties.runs())) {
            return;
        }
        var beginning = RunFolder.legible(visit + "-");
        try (var folders = Files.list(properties.runs())) {
            for (var folder : folders.filter(
                            folder -> folder.getFileName().toString().startsWith(beginning))
                    .toList()) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every attempt adds an entry to its visit's folder, which renews it. */
    private boolean isOld(Path folder) {
        var changedAt = folder.toFile().lastModified();
        return changedAt < clock.instant().minus(properties.keepRuns()).toEpochMilli();
    }
}
