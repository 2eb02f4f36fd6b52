package dev.slipway.deployment.spi;

import dev.slipway.catalog.TargetDescription;
import java.util.List;

/**
 * Something that versions of a component can be put on. Implementations are stateless beans; every call names the place by its description. A call may be
 * repeated after a crash: putting a version where it already is changes nothing.
 */
public interface Target {

    /** The adapter name used in the catalogue. */
    String adapter();

    /** What is wrong with the settings, in words; empty where nothing is. */
    List<String> flaws(TargetDescription target);

    /** Puts a version on a share of the instances. */
    Outcome install(Install move, Progress progress);

    /** Takes the component away. */
    Outcome remove(TargetDescription target, Progress progress);

    /** Reports what is true now. */
    Report probe(TargetDescription target);
}
