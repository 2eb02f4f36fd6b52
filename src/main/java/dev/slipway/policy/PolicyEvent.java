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
            return evaluation.release();
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
}
