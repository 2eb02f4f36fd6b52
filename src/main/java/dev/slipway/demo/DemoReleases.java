package dev.slipway.demo;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.Acting;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.Opening;
import dev.slipway.release.Plan;
import dev.slipway.release.Plan.ScopeItem;
import dev.slipway.release.ReleaseQuery;
import dev.slipway.release.Releases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Opens one release of each demo product, as Ada would. */
@Component
@Profile("demo")
class DemoReleases {

    private static final String VERSION = "1.1.0";

    private final DemoArtifacts artifacts;
    private final Releases releases;
    private final Acting acting;
    private final Clock clock;

    DemoReleases(DemoArtifacts artifacts, Releases releases, Acting acting, Clock clock) {
        this.artifacts = artifacts;
        this.releases = releases;
        this.acting = acting;
        this.clock = clock;
    }

    /** Each once, however often the demo is started: dates and texts of a later start make another plan, and the first one stays. */
    void ensure() {
        open(
                "ledger",
                "Accountants close a month by themselves, without a call to the developers.",
                List.of(
                        new ScopeItem("LED-11", "Show the journal of the day", true),
                        new ScopeItem("LED-12", "Close the books of a month", true),
                        new ScopeItem("LED-13", "Name the suspense account", true)),
                List.of("margaret", "barbara"),
                Map.of("qa", 3, "uat", 7, "production", 14),
                null);
        open(
                "storefront",
                "Customers find things by name and remember them for later.",
                List.of(
                        new ScopeItem("SHOP-14", "Find by name", true),
                        new ScopeItem("SHOP-15", "Remember wishes for later", true),
                        new ScopeItem("SHOP-16", "Say how many things are in the basket", true),
                        new ScopeItem("SHOP-17", "Pay with one click", false)),
                List.of("margaret", "jean"),
                Map.of("staging", 4, "production", 5),
                days(4));
        open(
                "payments",
                "Customers pay by bank transfer, and are paid back only once.",
                List.of(
                        new ScopeItem("PAY-21", "Take bank transfers", true),
                        new ScopeItem("PAY-23", "Return money only once", true)),
                List.of("ken"),
                Map.of("production", 1),
                null);
    }

    private void open(
            String product,
            String objectives,
            List<ScopeItem> scope,
            List<String> stakeholders,
            Map<String, Integer> dates,
            @Nullable Instant sprintEnd) {
        var opened = new ReleaseQuery(Set.of(), new ProductKey(product), product + "-" + VERSION, null, 1);
        if (!releases.page(opened).isEmpty()) {
            return;
        }
        var plan = Plan.of(new ProductKey(product), VERSION)
                .contents("", "v" + VERSION)
                .artifacts(List.of(artifacts.artifact(product, VERSION)))
                .objectives(objectives)
                .scope(scope)
                .targetDates(dates.entrySet().stream()
                        .collect(Collectors.toMap(
                                date -> new EnvironmentKey(date.getKey()), date -> days(date.getValue()))))
                .stakeholders(stakeholders.stream().map(PersonId::new).toList())
                .sprintEnd(sprintEnd)
                .build();
        var opening = acting.as(Actor.person("ada"), () -> releases.open(plan, "demo-" + product));
        if (opening instanceof Opening.Refused refused) {
            throw new IllegalStateException("the demo's release of " + product + " is refused: " + refused.flaws());
        }
    }

    private Instant days(int count) {
        return clock.instant().plus(Duration.ofDays(count)).truncatedTo(ChronoUnit.HOURS);
    }
}
