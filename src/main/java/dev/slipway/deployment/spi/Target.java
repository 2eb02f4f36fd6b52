package dev.slipway.deployment.spi;

import dev.slipway.catalog.TargetDescription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that versions of a component can be put on. Implementations are stateless beans; every call names the place by its description. A call may be
 * repeated after a crash: putting a version where it already is changes nothing.
 */
public interface Target {

    /** The adapter name used in the catalogue. */
    String adapter();

    /** What is wrong with the settings, in words; empty where nothing is. */
    List<String> flaws(TargetDescription target);

    /** Whether two versions can stand beside each other there, with the users' requests shared out between them. */
    default boolean holdsTwo(TargetDescription target) {
        return false;
    }

    /** Where a version answers apart from all others; empty where it does not, or where that cannot be told. */
    default Optional<String> apart(TargetDescription target, String version) {
        return Optional.empty();
    }

    /** How long one attempt may work at most, on whatever host; it ends by itself then. */
    Duration patience(TargetDescription target);

    /**
     * Waits for the work of an earlier call of the same visit and says how it ended. Empty where that is not known, because there was none or it was
     * killed: then nothing of it works any more.
     */
    Optional<Outcome> resume(TargetDescription target, String visit, Progress progress);

    /**
     * Puts a version on a share of the instances. In place and on all of them it is the only one that serves users afterwards, and whatever stood beside it is
     * gone: where it is there already, users come back to it before anything else happens. Beside another version users see nothing of it yet.
     */
    Outcome install(Install move, Progress progress);

    /** Shares out the users' requests. Asked only where the target holds two. */
    default Outcome shift(Shift move, Progress progress) {
        throw new UnsupportedOperationException(adapter() + " does not share out requests");
    }

    /** Takes the component away, or what stands beside the version that stays. Never what users are served by, if something is to stay. */
    Outcome remove(Remove move, Progress progress);

    /** Reports what is true now. */
    Report probe(TargetDescription target);

    /** Reports what is true now, with what contexts give. */
    default Report probe(TargetDescription target, Equipment equipment) {
        return probe(target);
    }
}
