package dev.slipway.deployment;

import dev.slipway.content.Artifact;
import dev.slipway.content.Commit;
import java.util.List;

/**
 * What a release brings of one component.
 *
 * @param downgrade the reason for putting an older version over a newer one; empty where that is not meant
 */
record Cargo(String version, Artifact artifact, boolean planned, String downgrade, List<Commit> commits) {}
