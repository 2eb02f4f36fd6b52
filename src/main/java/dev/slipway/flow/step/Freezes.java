package dev.slipway.flow.step;

import dev.slipway.calendar.Calendar;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whatever the calendar closes stands before a release. */
@Component
class Freezes implements Obstacle {

    private final Calendar calendar;

    Freezes(Calendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public Optional<Obstruction> before(ReleaseId release, EnvironmentKey environment) {
        var status = calendar.status(release, environment);
        return status.closed() ? Optional.of(new Obstruction(status.reason(), status.nextOpening())) : Optional.empty();
    }
}
