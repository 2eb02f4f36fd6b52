package dev.slipway.approval;

import dev.slipway.identity.GitIdentity;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.policy.ApprovalRules;
import dev.slipway.release.ReleaseId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that this module asks of the others. Nothing of it is remembered between two questions. */
interface Neighbours {

    Optional<Subject> subject(ReleaseId release);

    ApprovalRules rules(Subject subject, String purpose);

    Optional<Person> person(PersonId id);

    Set<GroupId> groupsOf(PersonId id);

    List<Person> membersOf(GroupId group);

    /** The people among those who signed commits. */
    Set<PersonId> behind(Collection<GitIdentity> identities);
}
