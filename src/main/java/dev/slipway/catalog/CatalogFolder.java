package dev.slipway.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A YAML file or a folder of them; hidden files and folders are left out. */
record CatalogFolder(Path location) {

    private static final int DEEPEST = 10;

    List<SourceDocument> read() throws IOException {
        if (Files.isRegularFile(location)) {
            return List.of(read(location, location.getFileName().toString()));
        }
        var documents = new ArrayList<SourceDocument>();
        for (var file : files()) {
            documents.add(read(file, location.relativize(file).toString().replace('\\', '/')));
        }
        return documents;
    }

    private List<Path> files() throws IOException {
        try (var paths = Files.walk(location, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(Files::isRegularFile)
                    .filter(this::counts)
                    .sorted()
                    .toList();
        }
    }

    private boolean counts(Path file) {
        var name = file.getFileName().toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml"))
                && StreamSupport.stream(location.relativize(file).spliterator(), false)
                        .noneMatch(part -> part.toString().startsWith("."));
    }

    private static SourceDocument read(Path file, String name) throws IOException {
        if (Files.size(file) > YamlFiles.LARGEST) {
            throw new IOException(name + " is larger than " + YamlFiles.LARGEST + " bytes");
        }
        return new SourceDocument(name, Files.readString(file, StandardCharsets.UTF_8));
    }
}
