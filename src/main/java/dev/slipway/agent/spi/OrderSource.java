package dev.slipway.agent.spi;

import dev.slipway.agent.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whoever places orders of some topics, and knows what they consist of. */
public interface OrderSource {

    Set<String> topics();

    /** Whether such orders only ask: then no record is kept of who was asked. */
    default boolean changesNothing() {
        return false;
    }

    /** Everything that an agent has to know, worked out at the moment it takes the order; settings may hold secrets. */
    Map<String, Object> instructions(Order order);

    /** The file that belongs to the order; empty where none does. */
    Optional<Path> file(Order order);

    /** How long work that an agent has begun may go on by itself when the agent is gone. */
    Duration patience(Order order);

    /** Takes out of a text what nobody may read. */
    String mask(Order order, String text);

    /** Takes what the agent says while it works. */
    void log(Order order, String text);
}
