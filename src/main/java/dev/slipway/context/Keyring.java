package dev.slipway.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the keys come from: settings, or a file that is read again when it has changed, so that a key is exchanged without a restart. */
@Component
class Keyring {

    private static final Set<PosixFilePermission> OPEN = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final SecretsProperties properties;
    private volatile @Nullable Read last;

    Keyring(SecretsProperties properties) {
        this.properties = properties;
    }

    Keys now() {
        return properties.keyFile().isBlank() ? Keys.parse(properties.keys()) : file(Path.of(properties.keyFile()));
    }

    private Keys file(Path path) {
        try {
            var state = new State(Files.getLastModifiedTime(path), Files.size(path));
            var known = last;
            if (known != null && known.state().equals(state)) {
                return known.keys();
            }
            var keys = isOpen(path)
                    ? none("Others may read " + path + ": chmod 600 it.")
                    : Keys.parse(Files.readString(path) + " " + properties.keys());
            last = new Read(state, keys);
            return keys;
        } catch (IOException unreadable) {
            return none(path + " cannot be read.");
        }
    }

    private static boolean isOpen(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(path).stream().anyMatch(OPEN::contains);
    }

    private static Keys none(String trouble) {
        return new Keys(Map.of(), List.of(trouble));
    }

    private record State(FileTime changedAt, long size) {}

    private record Read(State state, Keys keys) {}
}
