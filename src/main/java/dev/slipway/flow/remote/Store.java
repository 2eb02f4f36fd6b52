package dev.slipway.flow.remote;

import dev.slipway.content.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps artifacts under their digests, and holds every one against its digest before it is used. */
final class Store {

    private final Path folder;
    private final Wire wire;

    Store(Path folder, Wire wire) {
        this.folder = folder;
        this.wire = wire;
    }

    Path get(String order, String worker, Digest digest) throws IOException, InterruptedException {
        var file = folder.resolve(digest.hex());
        if (Files.isRegularFile(file) && sha256(file).equals(digest.hex())) {
            return file;
        }
        Files.createDirectories(folder);
        var part = Files.createTempFile(folder, digest.brief(), ".part");
        try {
            wire.download(order, worker, part);
            var actual = sha256(part);
            if (!actual.equals(digest.hex())) {
                throw new IOException("what Slipway has sent is not the artifact: its SHA-256 is " + actual);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var hash = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[64 * 1024];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hash.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
