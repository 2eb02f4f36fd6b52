package dev.slipway.release;

import dev.slipway.catalog.Product;
import dev.slipway.content.Contents;
import dev.slipway.content.Reading;
import dev.slipway.identity.Act;
import dev.slipway.identity.Authors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens releases: finds all flaws first, outside any transaction, then writes everything in one. */
@Component
class Opener {

    private static final int MAX_KEY = 200;
    private static final int ATTEMPTS = 10;

    private final Surroundings around;
    private final PlanInspection plans;
    private final ContentInspection contents;
    private final ReleaseRows releases;
    private final SamenessRows sameness;
    private final EndCounts counts;
    private final Beginning beginning;
    private final TransactionTemplate transactions;

    Opener(
            Surroundings around,
            ReleaseRows releases,
            SamenessRows sameness,
            EndCounts counts,
            Beginning beginning,
            TransactionTemplate transactions) {
        this.around = around;
        this.plans = new PlanInspection(around);
        this.contents = new ContentInspection(around);
        this.releases = releases;
        this.sameness = sameness;
        this.counts = counts;
        this.beginning = beginning;
        this.transactions = transactions;
    }

    Opening open(Plan plan, String key, Trigger trigger) {
        var known = around.product(plan.product());
        if (known.isEmpty()) {
            return new Opening.Refused(List.of(unknown(plan)));
        }
        if (!around.may(Act.OPEN_RELEASE, plan.product())) {
            return new Opening.Refused(List.of(Forbidden.flaw(around.actor(), "open a release of", plan.product())));
        }
        return asked(plan, key).orElseGet(() -> inspect(plan, key, trigger, known.get()));
    }

    /** What is wrong with the plan as far as it can be said without Git and artifacts. */
    List<Flaw> flaws(Plan plan) {
        return around.product(plan.product())
                .map(product -> plans.flaws(plan, product))
                .orElseGet(() -> List.of(unknown(plan)));
    }

    private Opening inspect(Plan plan, String key, Trigger trigger, Product product) {
        var flaws = new ArrayList<>(plans.flaws(plan, product));
        trigger.flaw().ifPresent(flaws::add);
        if (key.length() > MAX_KEY) {
            flaws.add(new Flaw(
                    "Idempotency-Key", "This key has " + key.length() + " characters. Keep it to " + MAX_KEY + "."));
        }
        var reading = plan.revision().isBlank()
                ? new Reading.Refused("revision", "")
                : contents.read(product, plan.from(), plan.revision());
        if (flaws.isEmpty() && reading instanceof Reading.Read read) {
            var same = same(plan, key, read.contents());
            if (same.isPresent()) {
                return same.get();
            }
        }
        if (reading instanceof Reading.Refused refused && !plan.revision().isBlank()) {
            flaws.add(ContentInspection.flaw(refused));
        }
        flaws.addAll(contents.flaws(plan.artifacts()));
        if (flaws.isEmpty() && reading instanceof Reading.Read read) {
            return permitted(plan, key, trigger, product, read.contents());
        }
        return new Opening.Refused(List.copyOf(flaws));
    }

    private Opening permitted(Plan plan, String key, Trigger trigger, Product product, Contents read) {
        var authors = around.authors(read);
        var prospect = beginning.prospect(plan, product);
        var candidate = Beginning.candidate(prospect, 1, read, plan.artifacts(), authors, prospect.openedAt());
        var permit = around.permit(prospect, candidate, plan, trigger);
        if (permit.refusal().isEmpty()) {
            return write(plan, key, product, read, authors, permit);
        }
        around.keep(permit, Optional.empty());
        return new Opening.Refused(List.of(new Flaw("trigger", permit.refusal())));
    }

    /** Of two that ask at the same time one writes; the other is stopped by a unique key, and then finds what the first has written. */
    private Opening write(Plan plan, String key, Product product, Contents read, Authors authors, Permit permit) {
        counts.prepare(product.key());
        for (var attempt = 1; ; attempt++) {
            try {
                return transactions.execute(
                        status -> new Opening.Opened(beginning.begin(plan, key, product, read, authors, permit)));
            } catch (DuplicateKeyException another) {
                var there = asked(plan, key).or(() -> same(plan, key, read));
                if (there.isPresent()) {
                    return there.get();
                }
                if (attempt == ATTEMPTS) {
                    throw another;
                }
            }
        }
    }

    private Optional<Opening> asked(Plan plan, String key) {
        if (key.isBlank()) {
            return Optional.empty();
        }
        return sameness.asked(key)
                .map(
                        asked -> asked.fingerprint().equals(StoredJson.fingerprint(plan))
                                ? existing(asked.release())
                                : new Opening.Refused(
                                        List.of(
                                                new Flaw(
                                                        "Idempotency-Key",
                                                        "This key has opened " + asked.release()
                                                                + " with another plan. Take a new key for a new plan, or repeat the old plan unchanged."))));
    }

    private Optional<Opening> same(Plan plan, String key, Contents read) {
        var live = sameness.live(plan.product(), plan.version(), read.commit());
        if (live.isPresent() && !key.isBlank()) {
            try {
                transactions.executeWithoutResult(
                        status -> sameness.remember(key, StoredJson.fingerprint(plan), live.get()));
            } catch (DuplicateKeyException remembered) {
                return asked(plan, key);
            }
        }
        return live.map(this::existing);
    }

    private Opening existing(ReleaseId id) {
        return new Opening.Existing(releases.find(id).orElseThrow());
    }

    private Flaw unknown(Plan plan) {
        var known = around.products().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        return new Flaw(
                "product",
                plan.product().value().isBlank()
                        ? "Name the product. Known are: " + known + "."
                        : "There is no product " + plan.product() + ". Known are: " + known
                                + ". A new one is described in the catalogue.");
    }
}
