package dev.slipway.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The file that holds this node's sealing key: two lines of Base64, private (PKCS #8) and public (X.509); nobody but its owner may read it. */
final class SealingKeyFile {

    private final Path path;

    SealingKeyFile(Path path) {
        this.path = path;
    }

    /** Reads the key, or makes it where there is none yet. */
    SealingKey key() {
        try {
            return new SealingKey(Files.exists(path) ? read() : made());
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "SLIP-JOURNAL-02: The sealing key " + path
                            + " can be neither read nor made. Give Slipway the right to, or set slipway.journal.key to another file.",
                    failure);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new IllegalStateException(
                    "SLIP-JOURNAL-03: " + path
                            + " holds no Ed25519 key. Restore it from a backup, or remove it: then Slipway makes a new one and journals that.",
                    malformed);
        }
    }

    private KeyPair read() throws IOException, GeneralSecurityException {
        var lines = Files.readAllLines(path);
        var factory = KeyFactory.getInstance(SealingKey.ALGORITHM);
        return new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))));
    }

    /** Written apart and then moved, so that nobody ever reads half a key; of two who make it at once, one wins. */
    private KeyPair made() throws IOException, GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance(SealingKey.ALGORITHM).generateKeyPair();
        var encoder = Base64.getEncoder();
        var folder = Files.createDirectories(path.toAbsolutePath().getParent());
        var draft = Files.createTempFile(folder, "journal", ".key", ownerOnly());
        try {
            Files.write(
                    draft,
                    List.of(
                            encoder.encodeToString(keys.getPrivate().getEncoded()),
                            encoder.encodeToString(keys.getPublic().getEncoded())));
            Files.move(draft, path);
            return keys;
        } catch (FileAlreadyExistsException madeBySomebodyElse) {
            return read();
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
