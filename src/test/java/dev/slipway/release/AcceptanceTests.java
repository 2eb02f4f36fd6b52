package dev.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceTests {

    private static final Path GUIDE = Path.of("docs/guides/acceptance-criteria.md");

    @Test
    void readsTheExampleOfTheGuide() throws IOException {
        var guide = Files.readString(GUIDE);
        var from = guide.indexOf("```yaml\ncriteria:") + "```yaml\n".length();

        var acceptance = sound(guide.substring(from, guide.indexOf("```", from)));

        assertThat(acceptance.criteria())
                .extracting(AcceptanceCriterion::name)
                .containsExactly("failed-requests", "no-more-failures-than-before", "latency", "memory");
        assertThat(acceptance.recovery()).isEqualTo(Duration.ofMinutes(15));
        assertThat(acceptance.step()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void isKeptAsItWasPlanned() {
        var acceptance = sound("""
                - name: latency
                  query: latency{version="${version}"}
                  direction: either
                  tolerance: 0.1
                  samples: 50
                  during: 10m
                """);
        var delivery = Delivery.BY_POLICY.with(acceptance);

        assertThat(StoredJson.read(StoredJson.write(delivery), Delivery.class)).isEqualTo(delivery);
        assertThat(StoredJson.read("{\"strategy\":\"\",\"stages\":[],\"maxUnavailable\":0}", Delivery.class))
                .isEqualTo(Delivery.BY_POLICY);
    }

    @Test
    void namesEveryFlawWithItsFieldAndCure() {
        assertThat(fields("""
                interval: 10ms
                recovery: soon
                criteria:
                  - {name: Bad Name, query: 'up{version="${version}"}'}
                  - {name: nothing}
                  - {name: itself, query: up}
                  - {name: twice, query: '${version}', direction: sideways, samples: 4}
                  - {name: twice, query: '${version} ${host}', total: all}
                  - {name: both, query: up, comparison: '<', threshold: 1, tolerance: 0.1}
                  - {name: half, query: '${version}', comparison: '<'}
                  - {name: share, query: bad, total: all, comparison: '=', threshold: 1.5, failures: 2}
                  - {name: wide, query: '${version}', total: '${version}', tolerance: 2}
                """))
                .containsExactlyInAnyOrder(
                        "interval",
                        "recovery",
                        "criteria[0].name",
                        "criteria[1].query",
                        "criteria[2].query",
                        "criteria[3].direction",
                        "criteria[3].samples",
                        "criteria[4].name",
                        "criteria[4].query",
                        "criteria[4].total",
                        "criteria[5].threshold",
                        "criteria[6].threshold",
                        "criteria[7].comparison",
                        "criteria[7].threshold",
                        "criteria[7].failures",
                        "criteria[8].tolerance");
        assertThat(fields("criteria: [{name: x, query: y, comparision: '<'}]"))
                .containsExactly("criteria[0].comparision");
        assertThat(fields("- name: [")).containsExactly("delivery.acceptance");
    }

    private static Acceptance sound(String text) {
        var flaws = new ArrayList<Flaw>();
        var acceptance = AcceptanceText.read(text, flaws);
        flaws.addAll(AcceptanceInspection.flaws(acceptance));
        assertThat(flaws).isEmpty();
        return acceptance;
    }

    private static List<String> fields(String text) {
        var flaws = new ArrayList<Flaw>();
        var acceptance = AcceptanceText.read(text, flaws);
        flaws.addAll(AcceptanceInspection.flaws(acceptance));
        assertThat(flaws).allSatisfy(flaw -> assertThat(flaw.reason()).isNotBlank());
        return flaws.stream()
                .map(flaw -> flaw.field().replaceFirst("^delivery\\.acceptance\\.", ""))
                .toList();
    }
}
