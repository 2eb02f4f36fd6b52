package dev.slipway.content;

import java.nio.file.Path;
import org.springframework.stereotype.Service;

/** Fetches artifacts and holds them against their digests. */
@Service
public class Artifacts {

    public ArtifactCheck check(Artifact artifact) {
        throw new UnsupportedOperationException();
    }

    /** Returns a local file with exactly the artifact's bytes, named by its digest; fails if they cannot be had. */
    public Path local(Artifact artifact) {
        throw new UnsupportedOperationException();
    }
}
