package dev.slipway.advisory;

import dev.slipway.approval.Approval;
import dev.slipway.approval.ApprovalId;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Optional;

/** All that this module asks of the others. */
interface Neighbours {

    Actor actor();

    /** Whether the actor's token, if there is one, was issued for chairing boards. */
    boolean isCovered();

    /** Whether the actor is an administrator, or somebody who was granted to chair any board. */
    boolean chairsEverything();

    /** Whether the actor may say what boards there are. */
    boolean mayDescribe();

    Optional<Person> person(PersonId id);

    boolean exists(GroupId group);

    List<Person> membersOf(GroupId group);

    Optional<Approval> approval(ApprovalId id);

    /** Has the request's due date follow the meetings that are to decide about it. */
    void reconsiderDue(ApprovalId id);

    /** All requests of a release, oldest first; empty where there is no such release. */
    List<Approval> approvalsOf(ReleaseId release);

    /** The releases that are under way, newest first, before the given one. */
    List<ReleaseId> pending(Optional<ReleaseId> before);
}
