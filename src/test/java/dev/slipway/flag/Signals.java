package dev.slipway.flag;

import dev.slipway.Database;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The module on one database, with one product, one person who may change its flags, and a clock that stands still. */
final class Signals implements Neighbours {

    static final ProductKey PAYMENTS = new ProductKey("payments");
    static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    static final FlagKey CHECKOUT = new FlagKey(PAYMENTS, "new-checkout");

    /** The 24th has begun in Auckland already. */
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    final Flags flags;
    final Audiences audiences;
    final Overdue overdue;
    Actor actor = Actor.person("pia");

    Signals(Database database, Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var flagRows = new FlagRows(database.jdbc());
        var audienceRows = new AudienceRows(database.jdbc());
        var rights = new FlagRights(this);
        flags = new Flags(flagRows, audienceRows, rights, database.events(), clock);
        audiences = new Audiences(audienceRows, flagRows, rights, database.events(), clock);
        overdue = new Overdue(flagRows, this, database.events(), database.transactions(), clock);
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public boolean mayManageFlags(ProductKey product) {
        return actor.id().equals("pia") || actor.equals(Actor.SYSTEM);
    }

    @Override
    public Optional<Product> product(ProductKey product) {
        return product.equals(PAYMENTS)
                ? Optional.of(Product.of(PAYMENTS, new FlowKey("devops-release"))
                        .environments(List.of(STAGING, PRODUCTION))
                        .zone(ZoneId.of("Pacific/Auckland"))
                        .build())
                : Optional.empty();
    }
}
