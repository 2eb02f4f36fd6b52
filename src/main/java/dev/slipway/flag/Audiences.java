package dev.slipway.flag;

import dev.slipway.catalog.ProductKey;
import dev.slipway.flag.Flagging.Gathered;
import dev.slipway.flag.Flagging.Refused;
import dev.slipway.flag.Flagging.Unknown;
import dev.slipway.release.Flaw;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the named circles of users to whom features are shown first. */
@Service
public class Audiences {

    private final AudienceRows rows;
    private final FlagRows flags;
    private final FlagRights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Audiences(AudienceRows rows, FlagRows flags, FlagRights rights, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.flags = flags;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /** All of them, by product and name. */
    public List<Audience> all() {
        return rows.all();
    }

    /**
     * Makes an audience, or says anew who belongs to it; flags that use it follow at once.
     *
     * @param lines a condition each, see {@link Condition}
     */
    @Transactional
    public Flagging gather(ProductKey key, String name, String description, List<String> lines) {
        return rights.changing(key, product -> {
            var flaws = FlagCheck.audience(name, description, lines);
            if (!flaws.isEmpty()) {
                return new Refused(flaws);
            }
            var conditions = lines.stream()
                    .flatMap(line -> Condition.parse(line).stream())
                    .toList();
            var audience = new Audience(
                    key,
                    name,
                    description.strip(),
                    conditions,
                    rights.actor(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            rows.put(audience);
            events.publishEvent(new FlagEvent.Gathered(audience));
            return new Gathered(audience);
        });
    }

    /** Drops an audience that no flag uses. */
    @Transactional
    public Flagging drop(ProductKey key, String name) {
        return rights.changing(key, product -> {
            var audience = rows.lock(key, name);
            if (audience.isEmpty()) {
                return new Unknown(key + " has no audience " + name + ". GET /api/audiences lists them.");
            }
            if (flags.uses(key, name)) {
                return new Refused(Flaw.STATE, "A flag is shown to " + name + ". Show it to others first.");
            }
            rows.drop(audience.get());
            events.publishEvent(new FlagEvent.AudienceDropped(audience.get()));
            return new Flagging.Dropped();
        });
    }
}
