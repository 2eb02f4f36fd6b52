package dev.slipway.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key that this node signs seals with. */
final class SealingKey {

    static final String ALGORITHM = "Ed25519";

    private final KeyPair keys;

    SealingKey(KeyPair keys) {
        this.keys = keys;
    }

    String fingerprint() {
        return Hash.of(keys.getPublic().getEncoded());
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    String sign(String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A seal could not be signed.", failure);
        }
    }

    /** Whether the holder of this key signed that text; anything that is no key or no signature is a no. */
    static boolean signed(String publicKey, String fingerprint, String text, String signature) {
        try {
            var encoded = Base64.getDecoder().decode(publicKey);
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(read(encoded));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return Hash.of(encoded).equals(fingerprint)
                    && check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static PublicKey read(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
