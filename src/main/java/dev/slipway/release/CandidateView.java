package dev.slipway.release;

import dev.slipway.content.Commit;
import dev.slipway.identity.PersonId;
import java.time.Instant;
import java.util.List;

/** A candidate as it is shown over HTTP. */
record CandidateView(
        int number,
        String digest,
        String from,
        String revision,
        String commit,
        List<CommitView> commits,
        List<ArtifactView> artifacts,
        List<String> authors,
        List<String> strangers,
        Instant madeAt) {

    static CandidateView of(Candidate candidate) {
        var contents = candidate.contents();
        return new CandidateView(
                candidate.number(),
                candidate.digest().hex(),
                contents.from(),
                contents.to(),
                contents.commit(),
                contents.commits().stream().map(CommitView::of).toList(),
                candidate.artifacts().stream().map(ArtifactView::of).toList(),
                candidate.authors().people().stream()
                        .map(PersonId::value)
                        .sorted()
                        .toList(),
                candidate.authors().strangers().stream().map(Object::toString).toList(),
                candidate.madeAt());
    }

    /** One commit in a candidate. */
    record CommitView(
            String sha,
            String subject,
            String type,
            String scope,
            boolean breaking,
            List<String> issues,
            String author,
            Instant at) {

        private static CommitView of(Commit commit) {
            return new CommitView(
                    commit.sha(),
                    commit.subject(),
                    commit.type(),
                    commit.scope(),
                    commit.breaking(),
                    commit.issues(),
                    commit.author().toString(),
                    commit.at());
        }
    }
}
