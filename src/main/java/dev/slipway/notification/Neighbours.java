package dev.slipway.notification;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Optional;

/** All that this module asks of the others. */
interface Neighbours {

    Optional<Release> release(ReleaseId id);

    /** Those whom the plan in force names. */
    List<PersonId> stakeholders(ReleaseId id);

    /** Where something else runs now than this release has put there, in words. */
    List<String> drifts(ReleaseId id);

    /** The group or the person that answers for the release's product; empty where the product is gone. */
    String owner(Release release);

    Optional<Person> person(PersonId id);

    List<Person> membersOf(GroupId group);
}
