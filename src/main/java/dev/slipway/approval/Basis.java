package dev.slipway.approval;

import dev.slipway.content.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * What votes are cast on: as long as it stands, so do they.
 *
 * @param artifacts a digest over the digests of all artifacts
 * @param plan the version of the plan
 */
record Basis(Digest artifacts, int plan) {

    /** A candidate without artifacts is nothing but its revision. */
    static Basis of(Subject subject) {
        var candidate = subject.candidate();
        var text = candidate.artifacts().isEmpty()
                ? candidate.digest().hex()
                : candidate.artifacts().stream()
                        .map(artifact ->
                                artifact.component() + "=" + artifact.digest().hex())
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return new Basis(digest(text), subject.release().planVersion());
    }

    private static Digest digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Digest(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
