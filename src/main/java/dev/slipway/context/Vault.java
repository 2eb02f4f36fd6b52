package dev.slipway.context;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Encrypts values by AES-GCM. Each is bound to the secret and version that it is the value of: copied to another row it opens nothing.
 */
@Component
class Vault {

    private static final int NONCE = 16;

    private final Keyring keyring;

    Vault(Keyring keyring) {
        this.keyring = keyring;
    }

    Keys keys() {
        return keyring.now();
    }

    /** Empty where there is no key to encrypt with. */
    Optional<Sealed> seal(SecretReference secret, String value) {
        var keys = keyring.now();
        return keys.first()
                .flatMap(id ->
                        keys.find(id).map(key -> new Sealed(id, cipher(key).encrypt(bound(secret, value)))));
    }

    Opened open(SecretReference secret, Sealed sealed) {
        var key = keyring.now().find(sealed.key());
        if (key.isEmpty()) {
            return new Opened.Locked(secret + " is encrypted with the key " + sealed.key()
                    + ", which is not configured. Add that key to those of slipway.secrets.");
        }
        try {
            var plain = cipher(key.get()).decrypt(sealed.content());
            var head = bound(secret, "");
            if (plain.length >= head.length && Arrays.equals(Arrays.copyOf(plain, head.length), head)) {
                return new Opened.Value(
                        new String(plain, head.length, plain.length - head.length, StandardCharsets.UTF_8));
            }
        } catch (IllegalStateException | IllegalArgumentException altered) {
            return locked(secret);
        }
        return locked(secret);
    }

    private static Opened locked(SecretReference secret) {
        return new Opened.Locked(secret + " was altered in the database, or its key was. Write it anew.");
    }

    private static byte[] bound(SecretReference secret, String value) {
        return (secret.context() + "/" + secret.name() + "/" + secret.version() + "\n" + value)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static AesBytesEncryptor cipher(SecretKey key) {
        return new AesBytesEncryptor(key, KeyGenerators.secureRandom(NONCE), CipherAlgorithm.GCM);
    }

    /** What came of opening a value. */
    sealed interface Opened {

        record Value(String text) implements Opened {

            @Override
            public String toString() {
                return "Value[****]";
            }
        }

        record Locked(String reason) implements Opened {}
    }
}
