package dev.slipway.deployment;

import dev.slipway.context.Hook;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Everything this module tells the others. */
public sealed interface DeploymentEvent extends Journaled {

    Move move();

    default ReleaseId release() {
        return move().release();
    }

    @Override
    default String chain() {
        return release().value();
    }

    @Override
    default Map<String, ?> facts() {
        var move = move();
        var facts = new HashMap<String, Object>();
        facts.put("visit", move.visit());
        facts.put("environment", move.environment().value());
        facts.put("component", move.component().toString());
        facts.put("direction", move.direction().name().toLowerCase(Locale.ROOT));
        facts.put("kind", move.kind().name().toLowerCase(Locale.ROOT));
        facts.put("version", move.version());
        facts.put("artifact", move.artifact().hex());
        facts.put("previous", move.previous());
        facts.put("share", move.share());
        facts.put("planned", move.planned());
        return facts;
    }

    /** A move is about to be made. */
    record Intended(Move move, String configuration) implements DeploymentEvent {
        @Override
        public String act() {
            return "deployment.intended";
        }

        @Override
        public Map<String, ?> facts() {
            var facts = new HashMap<String, Object>(DeploymentEvent.super.facts());
            facts.put("configuration", configuration);
            return facts;
        }
    }

    /**
     * A hook around a move has ended.
     *
     * @param failure why it failed; empty where it has not
     */
    record HookEnded(Move move, String context, String hook, Hook.When when, String failure)
            implements DeploymentEvent {
        @Override
        public String act() {
            return "deployment.hook-ended";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "visit", move.visit(),
                    "environment", move.environment().value(),
                    "component", move.component().toString(),
                    "context", context,
                    "hook", hook,
                    "when", when.name().toLowerCase(Locale.ROOT),
                    "failure", failure);
        }
    }

    /** A move is done: its version is there. */
    record Done(Move move) implements DeploymentEvent {
        @Override
        public String act() {
            return "deployment.done";
        }
    }

    /** A move failed; what is there now is not certain. */
    record Failed(Move move) implements DeploymentEvent {
        @Override
        public String act() {
            return "deployment.failed";
        }

        @Override
        public Map<String, ?> facts() {
            var facts = new HashMap<String, Object>(DeploymentEvent.super.facts());
            facts.put("reason", move.reason());
            return facts;
        }
    }
}
