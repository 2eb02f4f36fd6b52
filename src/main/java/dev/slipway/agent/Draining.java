package dev.slipway.agent;

import dev.slipway.release.Flaw;
import java.util.List;

/** How asking an agent to leave ended. */
public sealed interface Draining {

    record Asked(Agent agent) implements Draining {}

    record Refused(List<Flaw> flaws) implements Draining {}

    record Unknown(String name) implements Draining {}
}
