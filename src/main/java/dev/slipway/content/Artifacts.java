package dev.slipway.content;

import dev.slipway.content.ArtifactCheck.Altered;
import dev.slipway.content.ArtifactCheck.Intact;
import dev.slipway.content.ArtifactCheck.Unreachable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.stereotype.Service;

/** Fetches artifacts and holds them against their digests. */
@Service
public class Artifacts {

    private final Download download;
    private final Path folder;

    Artifacts(ContentProperties settings) {
        this.download = new Download(settings.artifactLimit().toBytes(), settings.artifactTimeout());
        this.folder = settings.artifacts().toAbsolutePath().normalize();
    }

    /** Reads the artifact where it lies, to its last byte. */
    public ArtifactCheck check(Artifact artifact) {
        try {
            var copied = download.copy(artifact.location(), OutputStream.nullOutputStream());
            return copied.digest().equals(artifact.digest())
                    ? new Intact(copied.bytes())
                    : new Altered(copied.digest());
        } catch (IOException failure) {
            return new Unreachable(Download.words(artifact.location(), failure));
        }
    }

    /**
     * Returns a local file with exactly the artifact's bytes, named by its digest; fails if they cannot be had.
     *
     * @throws ArtifactUnavailable if the artifact cannot be read, or is no longer what it was
     */
    public Path local(Artifact artifact) {
        var file = folder.resolve(artifact.digest().hex());
        try {
            if (!Files.isRegularFile(file)
                    || !download.copy(file.toUri(), OutputStream.nullOutputStream())
                            .digest()
                            .equals(artifact.digest())) {
                fetch(artifact, file);
            }
            return file;
        } catch (IOException failure) {
            throw new ArtifactUnavailable(artifact, Download.words(artifact.location(), failure), failure);
        }
    }

    private void fetch(Artifact artifact, Path file) throws IOException {
        Files.createDirectories(folder);
        var part = Files.createTempFile(folder, artifact.digest().brief(), ".part");
        try {
            Download.Copied copied;
            try (var out = Files.newOutputStream(part)) {
                copied = download.copy(artifact.location(), out);
            }
            if (!copied.digest().equals(artifact.digest())) {
                throw new IOException("it is not what it was: its SHA-256 is " + copied.digest());
            }
            publish(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void publish(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            throw new IOException(
                    "the folder " + file.getParent() + " cannot replace files atomically; choose another", unsupported);
        }
    }
}
