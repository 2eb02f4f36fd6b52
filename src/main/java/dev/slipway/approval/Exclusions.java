package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Knows who may not decide about a candidate: whoever asked for the release, whoever had a hand in its contents, and whoever has a named conflict. Asked
 * anew at every vote: somebody's address may have been matched to a commit since the request was opened.
 */
@Component
class Exclusions {

    static final String REQUESTED = "requested the release";
    static final String AUTHOR = "had a hand in the contents";

    private final Neighbours neighbours;
    private final ConflictRows conflicts;

    Exclusions(Neighbours neighbours, ConflictRows conflicts) {
        this.neighbours = neighbours;
        this.conflicts = conflicts;
    }

    /** Everybody who is excluded, and why. */
    Map<PersonId, String> of(Subject subject) {
        var excluded = new LinkedHashMap<PersonId, String>();
        if (subject.release().requester().isPerson()) {
            excluded.put(new PersonId(subject.release().requester().id()), REQUESTED);
        }
        subject.candidate().authors().people().forEach(person -> excluded.putIfAbsent(person, AUTHOR));
        neighbours.behind(subject.hands()).forEach(person -> excluded.putIfAbsent(person, AUTHOR));
        var concerned = Set.copyOf(excluded.keySet());
        for (var conflict : conflicts.about(subject.release().product())) {
            if (!conflict.isPair()) {
                excluded.putIfAbsent(conflict.person(), "has a conflict (" + conflict.reason() + ")");
            }
            for (var person : concerned) {
                var other = conflict.against(person);
                if (other != null) {
                    excluded.putIfAbsent(
                            other, "must not decide about changes of " + person + " (" + conflict.reason() + ")");
                }
            }
        }
        return excluded;
    }

    /** Those who were excluded when the request was opened stay so. */
    Map<PersonId, String> of(Approval approval, Subject subject) {
        var excluded = new LinkedHashMap<>(of(subject));
        if (!excluded.keySet().containsAll(approval.excluded())) {
            conflicts
                    .endedSince(approval.openedAt(), subject.release().product())
                    .forEach(conflict -> conflict.people().stream()
                            .filter(approval.excluded()::contains)
                            .forEach(person -> excluded.putIfAbsent(
                                    person, "had a conflict when this was asked (" + conflict.reason() + ")")));
        }
        approval.excluded().forEach(person -> excluded.putIfAbsent(person, AUTHOR));
        return excluded;
    }

    /** Pairs of people who must not decide together. */
    List<Conflict> pairs(Subject subject) {
        return conflicts.about(subject.release().product()).stream()
                .filter(Conflict::isPair)
                .toList();
    }

    Optional<String> objection(Approval approval, Subject subject, PersonId person) {
        if (subject.requestedBy(person)) {
            return Optional.of(person + " requested this release; whoever requests a release cannot approve it.");
        }
        return Optional.ofNullable(of(approval, subject).get(person))
                .map(reason -> reason.equals(AUTHOR)
                        ? person + " had a hand in what is decided about, as author, committer or co-author"
                                + commitOf(subject, person) + "; nobody approves their own changes."
                        : person + " " + reason + ".");
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
