package dev.slipway.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lays the demo's scripts out where targets and checks find them. */
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
            for (var name : List.of("target.sh", "check.sh")) {
                var draft = Files.createTempFile(target().getParent(), name, ".draft");
                Files.writeString(draft, new DemoResource("bin/" + name).text());
                Files.move(draft, target().resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
