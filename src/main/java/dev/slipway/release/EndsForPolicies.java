package dev.slipway.release;

import dev.slipway.policy.spi.ReleaseEnds;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class EndsForPolicies implements ReleaseEnds {

    private final ReleaseRows releases;

    EndsForPolicies(ReleaseRows releases) {
        this.releases = releases;
    }

    @Override
    public Map<String, String> of(Collection<String> ids) {
        return releases.find(ids.stream().map(ReleaseId::new).toList()).stream()
                .collect(Collectors.toMap(
                        release -> release.id().value(), release -> ReleaseView.name(release.state())));
    }
}
