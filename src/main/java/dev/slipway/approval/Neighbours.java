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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that this module asks of the others. Nothing of it is remembered between two questions. */
interface Neighbours {

    Optional<Subject> subject(ReleaseId release);

    ApprovalRules rules(Subject subject, String purpose);

    /** What can be foreseen about it as things are now. */
    Prospect prospect(Subject subject);

    /** What the release's flow asks for, in the order of its model. */
    List<String> purposes(Subject subject);

    Optional<Person> person(PersonId id);

    List<Person> membersOf(GroupId group);

    /** The people among those who signed commits. */
    Set<PersonId> behind(Collection<GitIdentity> identities);

    /** The same, with those who are nobody known here. */
    Authors authorsAmong(Collection<GitIdentity> identities);

    /** What a release that is being planned would contain. */
    Reading contents(Draft draft);

    /** Who may act in this person's stead now. */
    Set<PersonId> substitutesOf(PersonId absent);

    /** In whose stead this person may act now. */
    List<PersonId> principalsOf(PersonId substitute);

    /** Whether whoever acts now may give seats to named people. */
    boolean mayReassign(ProductKey product);

    /** What policies would say about a release as it was when this was asked for; nothing is decided by it. */
    interface Prospect {

        /** The risk as last assessed; empty before. */
        Optional<String> risk();

        ApprovalRules rules(String purpose, String risk);
    }
}
