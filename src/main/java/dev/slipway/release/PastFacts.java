package dev.slipway.release;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.policy.Fact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the present hour and the product's past tell policies. */
@Component
class PastFacts {

    private final PastEnds ends;
    private final Clock clock;

    PastFacts(PastEnds ends, Clock clock) {
        this.ends = ends;
        this.clock = clock;
    }

    Map<Fact, Object> of(ProductKey key, Candidate candidate, Optional<Product> product) {
        var now = clock.instant();
        var there = now.atZone(product.map(Product::zone).orElse(ZoneOffset.UTC));
        var known = ends.of(key);
        var touched = touched(candidate, known);
        var facts = new EnumMap<Fact, Object>(Fact.class);
        facts.put(Fact.HOUR, there.getHour());
        facts.put(Fact.DAY_OF_WEEK, there.getDayOfWeek().name().toLowerCase(Locale.ROOT));
        facts.put(
                Fact.DAYS_SINCE_LAST_RELEASE,
                known.lastReleased().map(at -> days(at, now)).orElse(0));
        facts.put(Fact.COMPONENTS_TOUCHED, touched.size());
        facts.put(
                Fact.TOUCHED_COMPONENTS,
                touched.stream().map(ComponentKey::name).sorted().collect(Collectors.joining(",")));
        facts.put(Fact.FAILURE_RATE, known.past().failureRate());
        facts.put(Fact.COMPONENT_FAILURE_RATE, known.past().failureRate(touched));
        return facts;
    }

    private static Set<ComponentKey> touched(Candidate candidate, PastEnds.Known known) {
        return PastEnds.digests(candidate.artifacts()).entrySet().stream()
                .filter(artifact -> !artifact.getValue().equals(known.there().get(artifact.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static int days(Instant at, Instant now) {
        return Math.toIntExact(Duration.between(at, now).toDays());
    }
}
