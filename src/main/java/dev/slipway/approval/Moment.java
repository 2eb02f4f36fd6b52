package dev.slipway.approval;

import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Reading;
import dev.slipway.identity.Authors;
import dev.slipway.identity.GitIdentity;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.policy.ApprovalRules;
import dev.slipway.release.ReleaseId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The neighbours as they are at one moment: who is in a group is asked once, for all purposes of a flow. */
final class Moment implements Neighbours {

    private final Neighbours now;
    private final Map<GroupId, List<Person>> members = new HashMap<>();
    private final Map<PersonId, Optional<Person>> people = new HashMap<>();
    private final Map<PersonId, Set<PersonId>> substitutes = new HashMap<>();

    Moment(Neighbours now) {
        this.now = now;
    }

    @Override
    public Optional<Subject> subject(ReleaseId release) {
        return now.subject(release);
    }

    @Override
    public ApprovalRules rules(Subject subject, String purpose) {
        return now.rules(subject, purpose);
    }

    @Override
    public Prospect prospect(Subject subject) {
        return now.prospect(subject);
    }

    @Override
    public List<String> purposes(Subject subject) {
        return now.purposes(subject);
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return people.computeIfAbsent(id, now::person);
    }

    @Override
    public List<Person> membersOf(GroupId group) {
        return members.computeIfAbsent(group, now::membersOf);
    }

    @Override
    public Set<PersonId> behind(Collection<GitIdentity> identities) {
        return now.behind(identities);
    }

    @Override
    public Authors authorsAmong(Collection<GitIdentity> identities) {
        return now.authorsAmong(identities);
    }

    @Override
    public Reading contents(Draft draft) {
        return now.contents(draft);
    }

    @Override
    public Set<PersonId> substitutesOf(PersonId absent) {
        return substitutes.computeIfAbsent(absent, now::substitutesOf);
    }

    @Override
    public List<PersonId> principalsOf(PersonId substitute) {
        return now.principalsOf(substitute);
    }

    @Override
    public boolean mayReassign(ProductKey product) {
        return now.mayReassign(product);
    }
}
