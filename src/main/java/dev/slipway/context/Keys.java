package dev.slipway.context;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that there are now, the one that encrypts first.
 *
 * @param trouble what is wrong with those that are not there; empty where nothing is
 */
record Keys(Map<String, SecretKey> all, List<String> trouble) {

    private static final int BYTES = 32;

    static final String CURE = "Make one with  printf 'k1:%s\\n' \"$(head -c 32 /dev/urandom | base64)\" > secrets.key"
            + " && chmod 600 secrets.key  and set slipway.secrets.key-file to that file, or SLIPWAY_SECRETS_KEYS to its"
            + " content.";

    Keys {
        all = new LinkedHashMap<>(all);
    }

    /** Reads {@code id:base64}, separated by blanks, commas or line ends; what is wrong is told without telling the key. */
    static Keys parse(String text) {
        var all = new LinkedHashMap<String, SecretKey>();
        var trouble = new ArrayList<String>();
        var place = 0;
        for (var word : text.strip().split("[\\s,]+")) {
            if (word.isEmpty()) {
                continue;
            }
            place++;
            var colon = word.indexOf(':');
            var id = colon < 0 ? "" : word.substring(0, colon);
            if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
                trouble.add("Key " + place + " is not written as id:base64.");
                continue;
            }
            try {
                var bytes = Base64.getDecoder().decode(word.substring(colon + 1));
                if (bytes.length != BYTES) {
                    trouble.add("Key " + id + " has " + bytes.length + " bytes instead of " + BYTES + ".");
                } else if (all.putIfAbsent(id, new SecretKeySpec(bytes, "AES")) != null) {
                    trouble.add("Key " + id + " is given twice.");
                }
            } catch (IllegalArgumentException noBase64) {
                trouble.add("Key " + id + " is not in base64.");
            }
        }
        return new Keys(all, List.copyOf(trouble));
    }

    /** The id of the key that encrypts. */
    Optional<String> first() {
        return trouble.isEmpty() ? all.keySet().stream().findFirst() : Optional.empty();
    }

    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Why nothing can be encrypted, and the cure. */
    String refusal() {
        return trouble.isEmpty()
                ? "No key for secrets is configured. " + CURE
                : "The keys for secrets cannot be used: " + String.join(" ", trouble) + " " + CURE;
    }

    /** Without the keys themselves. */
    @Override
    public String toString() {
        return "Keys" + all.keySet();
    }
}
