package dev.slipway.approval;

import dev.slipway.journal.Journaled;
import java.util.Map;
import java.util.TreeMap;

/** Who must not decide has changed. */
public sealed interface ConflictEvent extends Journaled {

    Conflict conflict();

    @Override
    default String chain() {
        return SYSTEM_CHAIN;
    }

    @Override
    default Map<String, ?> facts() {
        var facts = new TreeMap<String, Object>(Map.of(
                "conflict", conflict().id(), "person", conflict().person().value()));
        var other = conflict().other();
        var product = conflict().product();
        if (other != null) {
            facts.put("other", other.value());
        }
        if (product != null) {
            facts.put("product", product.value());
        }
        return facts;
    }

    @Override
    default Map<String, ?> personal() {
        return Map.of("reason", conflict().reason());
    }

    record Entered(Conflict conflict) implements ConflictEvent {
        @Override
        public String act() {
            return "approval.conflict-entered";
        }
    }

    record Ended(Conflict conflict) implements ConflictEvent {
        @Override
        public String act() {
            return "approval.conflict-ended";
        }
    }
}
