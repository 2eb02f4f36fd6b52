package dev.slipway.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** SHA-256 over fields that cannot run into each other: before each stands its length in four bytes. */
final class Hash {

    /** Stands before the first of a chain. */
    static final String NONE = "0".repeat(64);

    private final MessageDigest digest = sha256();

    Hash add(String field) {
        var bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    Hash add(long field) {
        return add(Long.toString(field));
    }

    Hash add(Instant field) {
        return add(ChronoUnit.MICROS.between(Instant.EPOCH, field));
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Cuts an instant to what both databases keep. */
    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java has no SHA-256.", absent);
        }
    }
}
