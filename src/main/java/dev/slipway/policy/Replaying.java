package dev.slipway.policy;

import dev.slipway.policy.spi.TableLibrary.Flaw;
import java.util.List;

/** How asking for a replay ended. */
public sealed interface Replaying {

    record Started(Replay replay) implements Replaying {}

    /** The table cannot be tried. */
    record Refused(List<Flaw> flaws) implements Replaying {}

    record Forbidden(String reason) implements Replaying {}

    /** Nobody asks a table of this name. */
    record Unknown(String table) implements Replaying {}

    /** Another replay is under way on this node. */
    record Busy(Replay other) implements Replaying {}
}
