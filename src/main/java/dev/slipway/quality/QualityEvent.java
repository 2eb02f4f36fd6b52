package dev.slipway.quality;

import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Everything this module tells the others. */
public sealed interface QualityEvent extends Journaled {

    ReleaseId release();

    @Override
    default String chain() {
        return release().value();
    }

    /** A document was attached. */
    record Attached(Evidence evidence) implements QualityEvent {

        @Override
        public ReleaseId release() {
            return evidence.release();
        }

        @Override
        public String act() {
            return "evidence.attached";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "name", evidence.name(),
                    "kind", evidence.kind().name().toLowerCase(Locale.ROOT),
                    "candidate", evidence.candidate().hex(),
                    "digest", evidence.digest().hex(),
                    "bytes", evidence.bytes(),
                    "measures", new TreeMap<>(evidence.measures()));
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("fileName", evidence.fileName());
        }
    }

    /** A gate was assessed, whatever came of it. */
    record Assessed(Gate gate) implements QualityEvent {

        @Override
        public ReleaseId release() {
            return gate.release();
        }

        @Override
        public String act() {
            return "gate.assessed";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "gate", gate.name(),
                    "candidate", gate.candidate().hex(),
                    "verdict", word(gate.verdict()),
                    "criteria", gate.criteria().stream().map(Assessed::facts).toList());
        }

        private static Map<String, String> facts(Criterion criterion) {
            return Map.of(
                    "name", criterion.name(),
                    "measured", criterion.measured(),
                    "required", criterion.required(),
                    "verdict", word(criterion.verdict()));
        }

        private static String word(Verdict verdict) {
            return verdict.name().toLowerCase(Locale.ROOT);
        }
    }
}
