package dev.slipway.release;

import dev.slipway.journal.Journaled;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The risk register of a release has changed: a risk was raised, or one that was there before is seen differently. */
public record RiskEvent(RegisteredRisk risk) implements Journaled {

    public ReleaseId release() {
        return risk.release();
    }

    @Override
    public String chain() {
        return risk.release().value();
    }

    @Override
    public String act() {
        return risk.version() == 1 ? "risk.raised" : "risk.changed";
    }

    @Override
    public Map<String, ?> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("risk", risk.number());
        facts.put("version", risk.version());
        facts.put("title", risk.title());
        facts.put("owner", risk.owner().value());
        facts.put("likelihood", word(risk.likelihood()));
        facts.put("impact", word(risk.impact()));
        facts.put("class", word(risk.severity()));
        facts.put("mitigation", risk.mitigation());
        facts.put("state", word(risk.standing()));
        facts.put("reason", risk.reason());
        return facts;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
