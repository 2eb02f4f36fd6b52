package dev.slipway.quality;

import dev.slipway.release.ReleaseId;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Service;

/** Keeps evidence and assesses gates; the only way into this module. */
@Service
public class Quality {

    /** Keeps a document about the release's current candidate. The same name again replaces it in later assessments; nothing is deleted. */
    public Attaching attach(ReleaseId release, String name, Evidence.Kind kind, String fileName, byte[] content) {
        throw new UnsupportedOperationException();
    }

    /** All evidence of the release, newest first. */
    public List<Evidence> evidence(ReleaseId release) {
        throw new UnsupportedOperationException();
    }

    public InputStream open(Evidence evidence) {
        throw new UnsupportedOperationException();
    }

    /** Holds the current candidate's evidence against the gate's criteria, and keeps the result. */
    public Gate assess(ReleaseId release, String gate) {
        throw new UnsupportedOperationException();
    }

    /** All assessments of the release, newest first. */
    public List<Gate> gates(ReleaseId release) {
        throw new UnsupportedOperationException();
    }
}
