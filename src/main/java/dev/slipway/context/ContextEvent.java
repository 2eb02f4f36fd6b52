package dev.slipway.context;

import dev.slipway.journal.Journaled;
import java.util.List;
import java.util.Map;

/** Everything this module tells the others; never a value of a secret. */
public sealed interface ContextEvent extends Journaled {

    @Override
    default String chain() {
        return SYSTEM_CHAIN;
    }

    /**
     * A context says something from now on.
     *
     * @param digest SHA-256 of all that it says
     */
    record Described(String context, int revision, String digest, List<String> changes) implements ContextEvent {
        @Override
        public String act() {
            return "context.described";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("context", context, "revision", revision, "digest", digest, "changes", changes);
        }
    }

    /** A context holds no longer. */
    record Dropped(String context, int revision, String reason) implements ContextEvent {
        @Override
        public String act() {
            return "context.dropped";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("context", context, "revision", revision, "reason", reason);
        }
    }

    /**
     * A secret has a new value.
     *
     * @param revoked how many earlier values were destroyed with it
     */
    record SecretWritten(SecretReference secret, String key, int revoked) implements ContextEvent {
        @Override
        public String act() {
            return "secret.written";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "context", secret.context(),
                    "secret", secret.name(),
                    "version", secret.version(),
                    "key", key,
                    "revoked", revoked);
        }
    }

    /** Secrets were encrypted with another key; their values are what they were. */
    record Reencrypted(String from, String to, int count) implements ContextEvent {
        @Override
        public String act() {
            return "secrets.re-encrypted";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("from", from, "to", to, "count", count);
        }
    }
}
