package dev.slipway.flag;

import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything this module tells the others. */
public sealed interface FlagEvent extends Journaled {

    /** The chain of all flags and audiences, but for what a release sets. */
    String CHAIN = "flags";

    @Override
    default String chain() {
        return CHAIN;
    }

    /** A flag is new, or what is said of it has changed. */
    record Defined(Flag flag) implements FlagEvent {
        @Override
        public String act() {
            return "flag.defined";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("flag", flag.key().toString(), "description", flag.description(), "endsOn", day(flag));
        }
    }

    /**
     * Somebody else sees the feature from now on.
     *
     * @param release the release whose flow did it; null for a person
     */
    record Exposed(
            FlagKey flag,
            @Nullable Exposure before,
            Exposure after,
            @Nullable ReleaseId release) implements FlagEvent {
        @Override
        public String chain() {
            return release == null ? CHAIN : release.value();
        }

        @Override
        public String act() {
            return "flag.exposed";
        }

        @Override
        public Map<String, ?> facts() {
            var facts = new TreeMap<String, Object>();
            facts.put("flag", flag.toString());
            facts.put("environment", after.environment().value());
            facts.put("on", after.on());
            facts.put("share", after.share());
            facts.put("audience", after.audience());
            facts.put("before", before == null ? "nobody" : before.words());
            facts.put("after", after.words());
            return facts;
        }
    }

    record Dropped(Flag flag, String reason) implements FlagEvent {
        @Override
        public String act() {
            return "flag.dropped";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("flag", flag.key().toString(), "reason", reason);
        }
    }

    /** A flag is still there after its last day; said once for each last day. */
    record Outlived(Flag flag) implements FlagEvent {
        @Override
        public String act() {
            return "flag.outlived";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("flag", flag.key().toString(), "endsOn", day(flag));
        }
    }

    /** An audience is new, or others belong to it. */
    record Gathered(Audience audience) implements FlagEvent {
        @Override
        public String act() {
            return "flag.audience-gathered";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("product", audience.product().value(), "audience", audience.name());
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of(
                    "conditions",
                    audience.conditions().stream().map(Condition::toString).toList());
        }
    }

    record AudienceDropped(Audience audience) implements FlagEvent {
        @Override
        public String act() {
            return "flag.audience-dropped";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("product", audience.product().value(), "audience", audience.name());
        }
    }

    private static String day(Flag flag) {
        return flag.endsOn() == null ? "" : flag.endsOn().toString();
    }
}
