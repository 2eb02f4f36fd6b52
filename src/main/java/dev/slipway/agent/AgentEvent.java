package dev.slipway.agent;

import dev.slipway.journal.Journaled;
import java.util.Map;
import java.util.TreeMap;

/** Everything this module tells the others. */
public sealed interface AgentEvent extends Journaled {

    /** The chain of agents that come and go. */
    String CHAIN = "agents";

    /** An agent has come, for the first time or back. */
    record Connected(Agent agent) implements AgentEvent {
        @Override
        public String chain() {
            return CHAIN;
        }

        @Override
        public String act() {
            return "agent.connected";
        }

        @Override
        public Map<String, ?> facts() {
            var facts = new TreeMap<String, Object>();
            facts.put("agent", agent.name());
            facts.put("account", agent.account());
            facts.put("host", agent.host());
            facts.put("version", agent.version());
            facts.put("labels", agent.labels());
            facts.put("topics", agent.topics());
            return facts;
        }
    }

    /** Somebody has asked an agent to leave. */
    record Drained(Agent agent) implements AgentEvent {
        @Override
        public String chain() {
            return CHAIN;
        }

        @Override
        public String act() {
            return "agent.drained";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("agent", agent.name());
        }
    }

    /** An agent has said goodbye. */
    record Left(Agent agent) implements AgentEvent {
        @Override
        public String chain() {
            return CHAIN;
        }

        @Override
        public String act() {
            return "agent.left";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("agent", agent.name());
        }
    }

    /** An agent has taken an order; in the release's own chain. */
    record OrderTaken(Order order, String account) implements AgentEvent {
        @Override
        public String chain() {
            return order.release().value();
        }

        @Override
        public String act() {
            return "agent.order-taken";
        }

        @Override
        public Map<String, ?> facts() {
            return OrderFacts.of(order, account);
        }
    }

    /** An agent has said how an order ended; in the release's own chain. */
    record OrderReported(Order order, String account) implements AgentEvent {
        @Override
        public String chain() {
            return order.release().value();
        }

        @Override
        public String act() {
            return "agent.order-reported";
        }

        @Override
        public Map<String, ?> facts() {
            var facts = new TreeMap<String, Object>(OrderFacts.of(order, account));
            facts.put("outcome", order.state().name());
            facts.put("reason", order.reason());
            return facts;
        }
    }

    /** What the record says of an order. */
    final class OrderFacts {

        private OrderFacts() {}

        static Map<String, ?> of(Order order, String account) {
            return Map.of(
                    "order", order.id(),
                    "visit", order.visit(),
                    "topic", order.topic(),
                    "work", order.work(),
                    "agent", order.agent(),
                    "account", account,
                    "attempt", order.attempts());
        }
    }
}
