package dev.slipway.approval;

import dev.slipway.identity.GitIdentity;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.policy.ApprovalRules;
import dev.slipway.policy.Policies;
import dev.slipway.release.ReleaseFacts;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component("approvalNeighbours")
class NeighbouringModules implements Neighbours {

    private final Releases releases;
    private final ReleaseFacts facts;
    private final Policies policies;
    private final People people;

    NeighbouringModules(Releases releases, ReleaseFacts facts, Policies policies, People people) {
        this.releases = releases;
        this.facts = facts;
        this.policies = policies;
        this.people = people;
    }

    @Override
    public Optional<Subject> subject(ReleaseId id) {
        return releases.find(id)
                .map(release -> new Subject(
                        release, releases.candidate(id), releases.plan(id).stakeholders()));
    }

    @Override
    public ApprovalRules rules(Subject subject, String purpose) {
        var release = subject.release();
        var known = facts.of(release, subject.candidate());
        known.put("purpose", purpose);
        return policies.approvals(release.id().value(), known);
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return people.find(id);
    }

    @Override
    public Set<GroupId> groupsOf(PersonId id) {
        return people.groupsOf(id);
    }

    @Override
    public List<Person> membersOf(GroupId group) {
        return people.membersOf(group);
    }

    @Override
    public Set<PersonId> behind(Collection<GitIdentity> identities) {
        return people.authorsAmong(identities).people();
    }
}
