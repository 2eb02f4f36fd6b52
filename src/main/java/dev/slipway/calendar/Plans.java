package dev.slipway.calendar;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseQuery;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What is planned for when, and what is in its way. */
@Service
public class Plans {

    private static final int MOST = 500;
    /** Two dates as near as this are the same appointment for those who take part. */
    private static final Duration TOGETHER = Duration.ofHours(4);

    private final Releases releases;
    private final Catalog catalog;
    private final Calendar calendar;

    Plans(Releases releases, Catalog catalog, Calendar calendar) {
        this.releases = releases;
        this.catalog = catalog;
        this.calendar = calendar;
    }

    /** Every target date of a pending release between two instants, by date. */
    public List<Planned> between(Instant from, Instant until) {
        return releases.page(new ReleaseQuery(Set.of(State.PENDING), null, "", null, MOST)).stream()
                .flatMap(this::planned)
                .filter(planned -> !planned.at().isBefore(from) && planned.at().isBefore(until))
                .sorted(Comparator.comparing(Planned::at)
                        .thenComparing(planned -> planned.release().value()))
                .toList();
    }

    private Stream<Planned> planned(Release release) {
        var plan = releases.plan(release);
        var people = new HashSet<>(plan.stakeholders());
        if (release.requester().isPerson()) {
            people.add(new PersonId(release.requester().id()));
        }
        return plan.targetDates().entrySet().stream()
                .map(date -> new Planned(
                        release.id(),
                        release.product(),
                        date.getKey(),
                        date.getValue(),
                        !release.planned(),
                        Set.copyOf(people)));
    }

    /** What is in the way of these plans, in their order. */
    public List<Conflict> conflicts(List<Planned> plans) {
        var found = new ArrayList<Conflict>();
        for (var index = 0; index < plans.size(); index++) {
            var planned = plans.get(index);
            var status = calendar.status(planned.product(), planned.environment(), planned.at(), planned.hotfix());
            if (status.closed()) {
                found.add(new Conflict(Conflict.Kind.CLOSED, planned, null, status.reason()));
            }
            for (var other : plans.subList(index + 1, plans.size())) {
                if (!other.at().isBefore(planned.at().plus(TOGETHER))) {
                    break;
                }
                found.addAll(conflicts(planned, other));
            }
        }
        return found;
    }

    /** Releases of the same product are in each other's way whoever takes part; others may be for several reasons. */
    private List<Conflict> conflicts(Planned one, Planned other) {
        var environment = one.environment().equals(other.environment());
        if (one.release().equals(other.release())) {
            return List.of();
        }
        if (one.product().equals(other.product())) {
            return environment
                    ? List.of(new Conflict(
                            Conflict.Kind.TARGET,
                            one,
                            other,
                            "both go to " + one.product() + " in " + one.environment()))
                    : List.of(new Conflict(Conflict.Kind.PRODUCT, one, other, "both are of " + one.product()));
        }
        var found = new ArrayList<Conflict>();
        if (environment) {
            dependency(one, other).ifPresent(found::add);
        }
        person(one, other).ifPresent(found::add);
        return found.isEmpty() && environment
                ? List.of(new Conflict(Conflict.Kind.ENVIRONMENT, one, other, "both go to " + one.environment()))
                : found;
    }

    private Optional<Conflict> dependency(Planned one, Planned other) {
        var needing =
                needs(one.product(), other.product()) ? one : needs(other.product(), one.product()) ? other : null;
        if (needing == null) {
            return Optional.empty();
        }
        var needed = needing == one ? other : one;
        return Optional.of(new Conflict(
                Conflict.Kind.DEPENDENCY,
                one,
                other,
                needing.product() + " depends on " + needed.product() + ", and both go to " + one.environment()));
    }

    private boolean needs(ProductKey product, ProductKey other) {
        return catalog.product(product)
                .filter(known -> known.dependsOn().contains(other))
                .isPresent();
    }

    private static Optional<Conflict> person(Planned one, Planned other) {
        var shared = one.people().stream()
                .filter(other.people()::contains)
                .map(PersonId::value)
                .sorted()
                .toList();
        return shared.isEmpty()
                ? Optional.empty()
                : Optional.of(new Conflict(Conflict.Kind.PERSON, one, other, "both need " + String.join(", ", shared)));
    }
}
