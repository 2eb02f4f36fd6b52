package dev.slipway.approval;

import dev.slipway.content.Commit;
import dev.slipway.identity.GitIdentity;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Candidate;
import dev.slipway.release.Release;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a request is about, as it stands now.
 *
 * @param stakeholders those whom the plan in force names
 */
record Subject(Release release, Candidate candidate, List<PersonId> stakeholders) {

    /** Whether the release is only being planned. */
    boolean isDraft() {
        return release.id().equals(Draft.NONE);
    }

    boolean requestedBy(PersonId person) {
        return release.requester().isPerson() && release.requester().id().equals(person.value());
    }

    Set<GitIdentity> hands() {
        var hands = new LinkedHashSet<GitIdentity>();
        candidate.contents().commits().forEach(commit -> hands.addAll(hands(commit)));
        return hands;
    }

    static List<GitIdentity> hands(Commit commit) {
        return Stream.concat(Stream.of(commit.author(), commit.committer()), commit.coAuthors().stream())
                .distinct()
                .toList();
    }
}
