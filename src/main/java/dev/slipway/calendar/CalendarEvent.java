package dev.slipway.calendar;

import dev.slipway.journal.Journaled;
import java.util.Map;
import java.util.TreeMap;

/** Everything this module tells the others. Whoever waits asks again after any of it. */
public sealed interface CalendarEvent extends Journaled {

    /** The chain of all windows and freezes. */
    String CHAIN = "calendar";

    @Override
    default String chain() {
        return CHAIN;
    }

    /** A window or a freeze is new. */
    record Added(Entry entry) implements CalendarEvent {
        @Override
        public String act() {
            return entry.stop()
                    ? "calendar.line-stopped"
                    : "calendar." + entry.kind().word() + "-added";
        }

        @Override
        public Map<String, ?> facts() {
            return Facts.of(entry);
        }
    }

    record Changed(Entry before, Entry entry) implements CalendarEvent {
        @Override
        public String act() {
            return "calendar." + entry.kind().word() + "-changed";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("before", Facts.of(before), "after", Facts.of(entry));
        }
    }

    record Ended(Entry entry, String reason) implements CalendarEvent {
        @Override
        public String act() {
            return entry.stop()
                    ? "calendar.line-released"
                    : "calendar." + entry.kind().word() + "-ended";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("number", entry.number(), "title", entry.title(), "reason", reason);
        }
    }

    /** A calendar of others was imported, read again, could not be read, or is dropped. */
    record FeedRead(long feed, String name, String address, String act, String outcome) implements CalendarEvent {
        @Override
        public Map<String, ?> facts() {
            return Map.of("feed", feed, "name", name, "address", address, "outcome", outcome);
        }
    }

    /** Somebody asked to go on in spite of a freeze; in the release's own chain. */
    record ExemptionRequested(Exemption exemption) implements CalendarEvent {
        @Override
        public String chain() {
            return exemption.release().value();
        }

        @Override
        public String act() {
            return "calendar.exemption-requested";
        }

        @Override
        public Map<String, ?> facts() {
            return Facts.of(exemption);
        }
    }

    /** A second person granted or refused it; in the release's own chain. */
    record ExemptionDecided(Exemption exemption) implements CalendarEvent {
        @Override
        public String chain() {
            return exemption.release().value();
        }

        @Override
        public String act() {
            return exemption.isGranted() ? "calendar.exemption-granted" : "calendar.exemption-refused";
        }

        @Override
        public Map<String, ?> facts() {
            return Facts.of(exemption);
        }
    }

    /** What the record says of an entry and of an exemption. */
    final class Facts {

        private Facts() {}

        static Map<String, ?> of(Entry entry) {
            var facts = new TreeMap<String, Object>();
            facts.put("number", entry.number());
            facts.put("kind", entry.kind().name());
            facts.put("title", entry.title());
            facts.put("reason", entry.reason());
            facts.put("scope", entry.scope().toString());
            facts.put("start", entry.timing().start().toString());
            facts.put(
                    "end",
                    entry.timing().end() == null
                            ? ""
                            : String.valueOf(entry.timing().end()));
            facts.put("zone", entry.timing().zone().getId());
            facts.put("rule", entry.timing().rule());
            facts.put("hotfixPasses", entry.hotfixPasses());
            if (!entry.document().isEmpty()) {
                facts.put("document", entry.document());
            }
            return facts;
        }

        static Map<String, ?> of(Exemption exemption) {
            var facts = new TreeMap<String, Object>();
            facts.put("exemption", exemption.number());
            facts.put("environment", exemption.environment().value());
            facts.put("entry", exemption.entry() == null ? "" : String.valueOf(exemption.entry()));
            facts.put("reason", exemption.reason());
            facts.put("until", exemption.until());
            facts.put("requestedBy", exemption.requestedBy().toString());
            facts.put("comment", exemption.comment());
            return facts;
        }
    }

    /** Whether a release that waits may go on because of it. */
    default boolean changesClearance() {
        return !(this instanceof FeedRead || this instanceof ExemptionRequested);
    }
}
