package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows who may not decide about a candidate: whoever asked for the release, and whoever had a hand in its contents. */
@Component
class Exclusions {

    private final Neighbours neighbours;

    Exclusions(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    Set<PersonId> of(Subject subject) {
        var excluded = new HashSet<>(subject.candidate().authors().people());
        excluded.addAll(neighbours.behind(subject.hands()));
        if (subject.release().requester().isPerson()) {
            excluded.add(new PersonId(subject.release().requester().id()));
        }
        return Set.copyOf(excluded);
    }

    /** Asked anew at every vote: somebody's address may have been matched to a commit since the request was opened. */
    Optional<String> objection(Approval approval, Subject subject, PersonId person) {
        if (subject.requestedBy(person)) {
            return Optional.of(person + " requested this release; whoever requests a release cannot approve it.");
        }
        if (approval.excluded().contains(person) || of(subject).contains(person)) {
            return Optional.of(person + " had a hand in what is decided about, as author, committer or co-author"
                    + commitOf(subject, person) + "; nobody approves their own changes.");
        }
        return Optional.empty();
    }

    private String commitOf(Subject subject, PersonId person) {
        var theirs = subject.hands().stream()
                .filter(hand -> neighbours.behind(Set.of(hand)).contains(person))
                .toList();
        return subject.candidate().contents().commits().stream()
                .filter(commit -> Subject.hands(commit).stream().anyMatch(theirs::contains))
                .findFirst()
                .map(commit -> " of commit " + brief(commit.sha()) + " (" + commit.subject() + ")")
                .orElse("");
    }

    private static String brief(String sha) {
        return sha.substring(0, Math.min(10, sha.length()));
    }
}
