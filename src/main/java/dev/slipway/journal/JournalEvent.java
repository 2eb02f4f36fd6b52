package dev.slipway.journal;

import java.util.Map;

/** What happens to the journal itself. */
sealed interface JournalEvent extends Journaled {

    record PersonalErased(String chain, long number, String reason) implements JournalEvent {

        static final String ACT = "journal.personal-erased";

        @Override
        public String act() {
            return ACT;
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("number", number, "reason", reason);
        }
    }

    /** From now on seals are signed with this key too. */
    record KeyAdded(String fingerprint) implements JournalEvent {

        @Override
        public String chain() {
            return SYSTEM_CHAIN;
        }

        @Override
        public String act() {
            return "journal.key-added";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("fingerprint", fingerprint);
        }
    }
}
