package dev.slipway.deployment;

import dev.slipway.content.Commit;
import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;
import java.util.List;

/**
 * What is about to be done.
 *
 * @param wanted what is to be there; nothing where the component is taken away
 * @param unavailable percent of the instances that may be out at the same time
 * @param configuration the digest of the target's settings and of what contexts give
 * @param commits those that come with it; none on the way back
 */
record Intent(
        String visit,
        ReleaseId release,
        Spot spot,
        Move.Direction direction,
        Move.Kind kind,
        Placed wanted,
        Placed previous,
        Digest configuration,
        int share,
        int unavailable,
        boolean planned,
        List<Commit> commits) {}
