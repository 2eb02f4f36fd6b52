package dev.slipway.advisory;

import dev.slipway.approval.Approval;
import dev.slipway.approval.ApprovalId;
import dev.slipway.approval.Approvals;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.Rights;
import dev.slipway.identity.Scope;
import dev.slipway.journal.Actor;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.ReleaseQuery;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component("advisoryNeighbours")
class NeighbouringModules implements Neighbours {

    private static final int PAGE = 100;

    private final Acting acting;
    private final Rights rights;
    private final People people;
    private final Approvals approvals;
    private final Releases releases;

    NeighbouringModules(Acting acting, Rights rights, People people, Approvals approvals, Releases releases) {
        this.acting = acting;
        this.rights = rights;
        this.people = people;
        this.approvals = approvals;
        this.releases = releases;
    }

    @Override
    public Actor actor() {
        return acting.now();
    }

    @Override
    public boolean isCovered() {
        return acting.bearer()
                .map(bearer -> bearer.covers(Scope.of(Act.CHAIR_BOARD)) && bearer.reaches(Rights.EVERYTHING))
                .orElse(true);
    }

    @Override
    public boolean chairsEverything() {
        return rights.may(acting.now(), Act.CHAIR_BOARD, Rights.EVERYTHING);
    }

    @Override
    public boolean mayDescribe() {
        return rights.may(acting.now(), Act.APPLY_CATALOG, Rights.EVERYTHING);
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return people.find(id);
    }

    @Override
    public boolean exists(GroupId group) {
        return people.exists(group);
    }

    @Override
    public List<Person> membersOf(GroupId group) {
        return people.membersOf(group);
    }

    @Override
    public Optional<Approval> approval(ApprovalId id) {
        return approvals.find(id);
    }

    @Override
    public void reconsiderDue(ApprovalId id) {
        approvals.reconsiderDue(id);
    }

    @Override
    public List<Approval> approvalsOf(ReleaseId release) {
        return approvals.of(release);
    }

    @Override
    public List<ReleaseId> pending(Optional<ReleaseId> before) {
        return releases.page(new ReleaseQuery(Set.of(State.PENDING), null, "", before.orElse(null), PAGE)).stream()
                .map(Release::id)
                .toList();
    }
}
