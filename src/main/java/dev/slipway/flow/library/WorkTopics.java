package dev.slipway.flow.library;

import java.util.Set;

/** The topics of work steps that somebody here, or an agent, can do. */
@FunctionalInterface
public interface WorkTopics {

    Set<String> topics();
}
