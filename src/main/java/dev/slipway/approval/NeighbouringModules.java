package dev.slipway.approval;

import dev.slipway.approval.spi.AskedPurposes;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Reading;
import dev.slipway.content.Repositories;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Authors;
import dev.slipway.identity.GitIdentity;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.Rights;
import dev.slipway.identity.Substitutes;
import dev.slipway.policy.ApprovalRules;
import dev.slipway.policy.Policies;
import dev.slipway.release.ReleaseFacts;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

@Component("approvalNeighbours")
class NeighbouringModules implements Neighbours {

    private static final String UNKNOWN = "unknown";

    private final Catalog catalog;
    private final Repositories repositories;
    private final Releases releases;
    private final ReleaseFacts facts;
    private final Policies policies;
    private final People people;
    private final Substitutes substitutes;
    private final Rights rights;
    private final Acting acting;
    private final ObjectProvider<AskedPurposes> purposes;

    NeighbouringModules(
            Catalog catalog,
            Repositories repositories,
            Releases releases,
            ReleaseFacts facts,
            Policies policies,
            People people,
            Substitutes substitutes,
            Rights rights,
            Acting acting,
            ObjectProvider<AskedPurposes> purposes) {
        this.catalog = catalog;
        this.repositories = repositories;
        this.releases = releases;
        this.facts = facts;
        this.policies = policies;
        this.people = people;
        this.substitutes = substitutes;
        this.rights = rights;
        this.acting = acting;
        this.purposes = purposes;
    }

    @Override
    public Optional<Subject> subject(ReleaseId id) {
        return releases.find(id)
                .map(release -> new Subject(
                        release,
                        releases.candidate(release),
                        releases.plan(release).stakeholders()));
    }

    @Override
    public ApprovalRules rules(Subject subject, String purpose) {
        return policies.approvals(subject.release().id().value(), with(known(subject), "purpose", purpose));
    }

    @Override
    public Prospect prospect(Subject subject) {
        var known = known(subject);
        var risk = String.valueOf(known.get("risk"));
        return new Foreseen(
                known,
                risk.equals(UNKNOWN) ? Optional.empty() : Optional.of(risk),
                SingletonSupplier.of(
                        () -> policies.foreseenApprovals(subject.release().id().value())));
    }

    private Map<String, Object> known(Subject subject) {
        return subject.isDraft()
                ? facts.ofProspect(subject.release(), subject.candidate(), false)
                : facts.of(subject.release(), subject.candidate());
    }

    private static Map<String, Object> with(Map<String, Object> known, String fact, Object value) {
        var more = new LinkedHashMap<>(known);
        more.put(fact, value);
        return more;
    }

    @Override
    public List<String> purposes(Subject subject) {
        var release = subject.release();
        return purposes.stream()
                .flatMap(asked -> asked.of(release.id(), release.flow()).stream())
                .distinct()
                .toList();
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return people.find(id);
    }

    @Override
    public List<Person> membersOf(GroupId group) {
        return people.membersOf(group);
    }

    @Override
    public Set<PersonId> behind(Collection<GitIdentity> identities) {
        return people.authorsAmong(identities).people();
    }

    @Override
    public Authors authorsAmong(Collection<GitIdentity> identities) {
        return people.authorsAmong(identities);
    }

    @Override
    public Reading contents(Draft draft) {
        var product = catalog.product(draft.product());
        return product.isEmpty()
                ? new Reading.Refused("product", "there is no product " + draft.product())
                : repositories.between(
                        product.get().repository(),
                        draft.from(),
                        draft.revision(),
                        product.get().migrations());
    }

    @Override
    public Set<PersonId> substitutesOf(PersonId absent) {
        return new LinkedHashSet<>(substitutes.of(absent));
    }

    @Override
    public List<PersonId> principalsOf(PersonId substitute) {
        return substitutes.principalsOf(substitute);
    }

    @Override
    public boolean mayReassign(ProductKey product) {
        return rights.may(acting.now(), Act.REASSIGN_SEAT, product.value());
    }

    private record Foreseen(
            Map<String, Object> known,
            Optional<String> risk,
            Supplier<Function<Map<String, Object>, ApprovalRules>> table)
            implements Prospect {

        @Override
        public ApprovalRules rules(String purpose, String risk) {
            return table.get().apply(with(with(known, "purpose", purpose), "risk", risk));
        }
    }
}
