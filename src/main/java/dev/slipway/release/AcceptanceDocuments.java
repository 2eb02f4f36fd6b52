package dev.slipway.release;

import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.catalog.spi.Described;
import dev.slipway.catalog.spi.IndependentDocuments;
import dev.slipway.catalog.spi.Landscape;
import dev.slipway.identity.Acting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** By what the releases of a product are judged in use, as documents of the catalogue. */
@Component
class AcceptanceDocuments implements IndependentDocuments {

    private final AcceptanceRows rows;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AcceptanceDocuments(AcceptanceRows rows, Acting acting, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "Acceptance";
    }

    @Override
    public String schema() {
        return "/schema/acceptance.schema.json";
    }

    @Override
    public List<Problem> problems(Described document, Landscape landscape) {
        var problems = new ArrayList<Problem>();
        var key = new ProductKey(document.key());
        var known = landscape.products().stream().map(Product::key).toList();
        if (!known.contains(key)) {
            problems.add(document.problem(
                    "/key",
                    "there is no product '" + key + "'; there are: "
                            + String.join(
                                    ", ",
                                    known.stream()
                                            .map(Object::toString)
                                            .sorted()
                                            .toList())));
        }
        var flaws = new ArrayList<Flaw>();
        var acceptance = AcceptanceFields.read(document.fields(), flaws);
        flaws.addAll(AcceptanceInspection.flaws(acceptance));
        flaws.forEach(flaw -> {
            var field = flaw.field().substring(AcceptanceInspection.HERE.length());
            problems.add(document.problem(
                    "/" + field.replaceAll("[\\[.]", "/").replace("]", ""), field + ": " + flaw.reason()));
        });
        return problems;
    }

    @Override
    public List<String> take(Described document) {
        var product = new ProductKey(document.key());
        var stated = AcceptanceFields.read(document.fields(), new ArrayList<>());
        var before = rows.of(product);
        var revision = before.map(Acceptance::revision).orElse(0) + 1;
        if (before.filter(known -> known.asRevision(0).equals(stated)).isPresent()) {
            return List.of();
        }
        rows.add(
                product,
                stated.asRevision(revision),
                clock.instant(),
                acting.now().toString());
        var names = stated.criteria().stream().map(AcceptanceCriterion::name).toList();
        var digest = Sha256.of(StoredJson.write(stated)).hex();
        events.publishEvent(new AcceptanceEvent(product, revision, digest, names));
        return List.of("acceptance criteria of " + product + (before.isPresent() ? " changed: " : " added: ")
                + (names.isEmpty() ? "none" : String.join(", ", names)));
    }

    @Override
    public List<Map<String, Object>> written() {
        return rows.all().entrySet().stream()
                .map(entry -> AcceptanceFields.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
