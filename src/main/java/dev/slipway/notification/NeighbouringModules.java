package dev.slipway.notification;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Product;
import dev.slipway.environment.Probing;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component("notificationNeighbours")
class NeighbouringModules implements Neighbours {

    private final Releases releases;
    private final Catalog catalog;
    private final People people;
    private final Probing probing;

    NeighbouringModules(Releases releases, Catalog catalog, People people, Probing probing) {
        this.releases = releases;
        this.catalog = catalog;
        this.people = people;
        this.probing = probing;
    }

    @Override
    public Optional<Release> release(ReleaseId id) {
        return releases.find(id);
    }

    @Override
    public List<PersonId> stakeholders(ReleaseId id) {
        return releases.plan(id).stakeholders();
    }

    @Override
    public List<String> drifts(ReleaseId id) {
        return probing.drifts().stream()
                .filter(drift -> drift.release().equals(id))
                .map(drift -> drift.component() + " in " + drift.environment() + ": " + drift.planned()
                        + " is planned, " + drift.actual() + " runs")
                .toList();
    }

    @Override
    public String owner(Release release) {
        return catalog.product(release.product()).map(Product::owner).orElse("");
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return people.find(id);
    }

    @Override
    public List<Person> membersOf(GroupId group) {
        return people.membersOf(group);
    }
}
