package dev.slipway.flow.work;

import dev.slipway.catalog.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Gives every check of a visit a working folder of its own. */
@Component
class CheckFolders {

    private final Path root;

    CheckFolders(Settings settings) {
        this.root = settings.folder().toAbsolutePath().normalize();
    }

    Path of(Visit visit, Check check) throws IOException {
        return Files.createDirectories(root.resolve(legible(visit.id())).resolve(legible(check.name())));
    }

    /** What the checks found is kept as evidence; nothing else of it is needed. */
    void tidy(Visit visit) throws IOException {
        FileSystemUtils.deleteRecursively(root.resolve(legible(visit.id())));
    }

    private static String legible(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    /**
     * Settings under {@code slipway.checks}.
     *
     * @param folder where checks work while they run
     */
    @ConfigurationProperties("slipway.checks")
    record Settings(@DefaultValue("data/checks") Path folder) {}
}
