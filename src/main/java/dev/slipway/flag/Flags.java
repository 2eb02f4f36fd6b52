package dev.slipway.flag;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.flag.Flagging.Made;
import dev.slipway.flag.Flagging.Refused;
import dev.slipway.flag.Flagging.Unknown;
import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the flags of all products and who sees them where; with {@link Audiences} the only way into this module. */
@Service
public class Flags {

    private final FlagRows rows;
    private final AudienceRows audiences;
    private final FlagRights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Flags(FlagRows rows, AudienceRows audiences, FlagRights rights, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.audiences = audiences;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /** All of them, by product and name. */
    public List<Flag> all() {
        return rows.all();
    }

    public Optional<Flag> find(FlagKey key) {
        return rows.find(key);
    }

    /** What applications of those products read in an environment. */
    public Published published(EnvironmentKey environment, Predicate<ProductKey> products) {
        var wanted = rows.all().stream()
                .filter(flag -> products.test(flag.key().product()))
                .toList();
        return Published.of(wanted, audiences.all(), environment);
    }

    /** Makes a flag, or says anew what it is for and how long it should live. Nobody sees a new one. */
    @Transactional
    public Flagging define(FlagKey key, String description, @Nullable LocalDate endsOn) {
        return rights.changing(key.product(), product -> {
            var known = rows.lock(key);
            var flaws = FlagCheck.flag(key.name(), description);
            if (known.isEmpty() && endsOn != null && endsOn.isBefore(LocalDate.now(clock.withZone(product.zone())))) {
                flaws.add(new Flaw("endsOn", "Give a last day that is still to come."));
            }
            if (!flaws.isEmpty()) {
                return new Refused(flaws);
            }
            if (known.isPresent()) {
                rows.change(key, description.strip(), endsOn);
            } else {
                rows.insert(key, description.strip(), endsOn, rights.actor(), now());
            }
            var flag = rows.find(key).orElseThrow();
            events.publishEvent(new FlagEvent.Defined(flag));
            return new Made(flag);
        });
    }

    /** Says who sees it in an environment from now on. Safe to repeat. */
    @Transactional
    public Flagging expose(FlagKey key, EnvironmentKey environment, boolean on, int share, String audience) {
        return expose(key, environment, on, share, audience, null);
    }

    /** The same, done by a release's flow. */
    @Transactional
    public Flagging expose(ReleaseId release, FlagKey key, EnvironmentKey environment, int share, String audience) {
        return expose(key, environment, true, share, audience, release);
    }

    private Flagging expose(
            FlagKey key,
            EnvironmentKey environment,
            boolean on,
            int share,
            String audience,
            @Nullable ReleaseId release) {
        return rights.changing(key.product(), product -> {
            var flag = rows.lock(key);
            if (flag.isEmpty()) {
                return unknown(key);
            }
            var flaws = FlagCheck.exposure(product, environment, share);
            if (!audience.isEmpty() && audiences.lock(product.key(), audience).isEmpty()) {
                flaws.add(noAudience(product, audience));
            }
            return flaws.isEmpty()
                    ? show(flag.get(), new Exposure(environment, on, share, audience, rights.actor(), now()), release)
                    : new Refused(flaws);
        });
    }

    private Flagging show(Flag flag, Exposure after, @Nullable ReleaseId release) {
        var before = flag.in(after.environment()).orElse(null);
        if (before != null && isSame(before, after)) {
            return new Made(flag);
        }
        rows.expose(flag.key(), after);
        events.publishEvent(new FlagEvent.Exposed(flag.key(), before, after, release));
        return new Made(rows.find(flag.key()).orElseThrow());
    }

    /** Takes a flag away for good; applications fall back on what their code says. */
    @Transactional
    public Flagging drop(FlagKey key, String reason) {
        return rights.changing(key.product(), product -> {
            var flag = rows.lock(key);
            if (flag.isEmpty()) {
                return unknown(key);
            }
            if (reason.isBlank() || reason.length() > FlagCheck.LONGEST) {
                return new Refused("reason", "Say why, in at most " + FlagCheck.LONGEST + " characters.");
            }
            rows.drop(key);
            events.publishEvent(new FlagEvent.Dropped(flag.get(), reason.strip()));
            return new Flagging.Dropped();
        });
    }

    private Flaw noAudience(Product product, String audience) {
        var known = audiences.all().stream()
                .filter(each -> each.product().equals(product.key()))
                .map(Audience::name)
                .toList();
        return new Flaw(
                "audience",
                product.key() + " has no audience '" + audience + "'. It has " + known + "; describe another.");
    }

    private static boolean isSame(Exposure one, Exposure other) {
        return one.on() == other.on()
                && one.share() == other.share()
                && one.audience().equals(other.audience());
    }

    private static Flagging unknown(FlagKey key) {
        return new Unknown("There is no flag " + key + ". Define it first; GET /api/flags lists them.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
