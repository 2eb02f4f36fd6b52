package dev.slipway.quality;

import dev.slipway.policy.Fact;
import dev.slipway.release.Candidate;
import dev.slipway.release.Release;
import dev.slipway.release.spi.FactSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the evidence about a candidate tells policies. */
@Component
class TestFacts implements FactSource {

    private static final int NONE = -1;

    private final EvidenceRepository evidence;

    TestFacts(EvidenceRepository evidence) {
        this.evidence = evidence;
    }

    @Override
    public Map<Fact, Object> about(Release release, Candidate candidate) {
        return of(evidence.current(release.id(), candidate.digest()));
    }

    @Override
    public Map<Fact, Object> aboutProspect() {
        return of(List.of());
    }

    private static Map<Fact, Object> of(List<Evidence> current) {
        var measures = Measures.of(current);
        return Map.of(
                Fact.TESTS_RUN, figure(measures, "junit.tests"),
                Fact.TESTS_FAILED, figure(measures, "junit.failures"),
                Fact.TESTS_BROKEN, figure(measures, "junit.errors"),
                Fact.SCAN_FINDINGS, figure(measures, SarifReport.FINDINGS),
                Fact.SCAN_ERRORS, figure(measures, "sarif.errors"),
                Fact.EVIDENCE, current.stream().map(Evidence::name).sorted().collect(Collectors.joining(",")));
    }

    private static int figure(Map<String, String> measures, String name) {
        var figure = measures.get(name);
        return figure == null ? NONE : new BigDecimal(figure).intValue();
    }
}
