package dev.slipway.deployment.command;

import dev.slipway.deployment.spi.Equipment.SuppliedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Lays the files that contexts give where a command runs, for its owner alone, and takes them away again. */
final class Supplies {

    private static final String FOLDER = "files";

    private Supplies() {}

    static Path lay(Path folder, List<SuppliedFile> files) throws IOException {
        var all =
                Files.createDirectories(folder.resolve(FOLDER)).toAbsolutePath().normalize();
        for (var file : files) {
            var path = all.resolve(file.path()).normalize();
            if (!path.startsWith(all)) {
                throw new IOException(file.path() + " leaves the folder of files");
            }
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            make(path, file.executable() ? "rwx------" : "rw-------");
            Files.writeString(path, file.content());
        }
        return all;
    }

    /** With its rights before its content. */
    private static void make(Path path, String rights) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)));
        } else {
            Files.createFile(path);
        }
    }

    /** The wrapper does so too; it may have been killed. */
    static void clear(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder.resolve(FOLDER));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
