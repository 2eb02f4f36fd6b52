package dev.slipway.flow.step;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.RegisteredRisk;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Risks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An open high risk keeps a release from every environment. */
@Component
class OpenRisks implements Obstacle {

    private final Risks risks;

    OpenRisks(Risks risks) {
        this.risks = risks;
    }

    @Override
    public Optional<Obstruction> before(ReleaseId release, EnvironmentKey environment) {
        var blocking = risks.of(release).stream().filter(RegisteredRisk::blocks).toList();
        return blocking.isEmpty() ? Optional.empty() : Optional.of(new Obstruction(words(blocking), null));
    }

    private static String words(List<RegisteredRisk> blocking) {
        return blocking.stream()
                        .map(risk -> "risk " + risk.number() + " is high and open: " + risk.title() + " (owner "
                                + risk.owner() + ")")
                        .collect(Collectors.joining("; "))
                + ". Somebody without a hand in it has to say that it is mitigated, accepted or closed";
    }
}
