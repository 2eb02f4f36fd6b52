package dev.slipway.policy;

import dev.slipway.journal.Journaled;
import java.util.Map;

/** Everything this module tells the others. */
public sealed interface PolicyEvent extends Journaled {

    /**
     * A table answered.
     *
     * @param answer what was made of its outputs, as text, or lists or maps of it
     * @param digest of facts and outputs as they are kept
     */
    record Decided(Evaluation evaluation, Object answer, String digest) implements PolicyEvent {

        @Override
        public String chain() {
            return evaluation.release().isEmpty() ? SYSTEM_CHAIN : evaluation.release();
        }

        @Override
        public String act() {
            return "policy.decided";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "table", evaluation.table(),
                    "version", evaluation.version(),
                    "rules", evaluation.rules(),
                    "answer", answer,
                    "digest", digest);
        }
    }

    /**
     * Somebody has held a changed table against past decisions.
     *
     * @param file what the table came as
     * @param digest the SHA-256 of that file
     * @param counts how many decisions were looked at, and how many of them would be others now
     */
    record Replayed(String table, String file, String digest, Map<String, ?> counts) implements PolicyEvent {

        @Override
        public String chain() {
            return SYSTEM_CHAIN;
        }

        @Override
        public String act() {
            return "policy.replayed";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("table", table, "file", file, "digest", digest, "counts", counts);
        }
    }
}
