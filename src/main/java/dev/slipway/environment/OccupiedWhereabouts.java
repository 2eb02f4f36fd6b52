package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.spi.Whereabouts;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class OccupiedWhereabouts implements Whereabouts {

    private final OccupancyRows occupancies;
    private final ClaimRows claims;
    private final WaiterRows waiters;

    OccupiedWhereabouts(OccupancyRows occupancies, ClaimRows claims, WaiterRows waiters) {
        this.occupancies = occupancies;
        this.claims = claims;
        this.waiters = waiters;
    }

    @Override
    public Optional<String> version(EnvironmentKey environment, ComponentKey component) {
        return occupancies.find(environment, component).map(Occupancy::version);
    }

    /** One whose turn it is moves already: it has been told. */
    @Override
    public boolean moves(ReleaseId release) {
        return claims.holdsAny(release) || waiters.hasTurn(release);
    }
}
