package dev.slipway.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lays the demo's scripts out where targets and checks find them, and says to Prometheus what there is to measure. */
@Component
@Profile("demo")
class DemoScripts {

    private final DemoProperties properties;

    DemoScripts(DemoProperties properties) {
        this.properties = properties;
    }

    Path target() {
        return properties.folder().resolve("bin/target.sh");
    }

    /** Replaces them as a whole: one of them may be running. */
    void ensure() {
        try {
            Files.createDirectories(target().getParent());
            for (var name : List.of("bin/target.sh", "bin/check.sh", "prometheus.yml")) {
                var place = properties.folder().resolve(name);
                var draft = Files.createTempFile(
                        place.getParent(), place.getFileName().toString(), ".draft");
                Files.writeString(draft, new DemoResource(name).text(properties));
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
