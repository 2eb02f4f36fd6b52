package dev.slipway.quality;

import dev.slipway.release.Candidate;
import dev.slipway.release.Release;

/** What evidence speaks about, as it stands now. */
record Subject(Release release, Candidate candidate) {}
