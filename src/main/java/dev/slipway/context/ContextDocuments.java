package dev.slipway.context;

import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.spi.Described;
import dev.slipway.catalog.spi.IndependentDocuments;
import dev.slipway.catalog.spi.Landscape;
import dev.slipway.identity.Acting;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Contexts as documents of the catalogue. */
@Component
class ContextDocuments implements IndependentDocuments {

    private final ContextRows rows;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ContextDocuments(ContextRows rows, Acting acting, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "Context";
    }

    @Override
    public String schema() {
        return "/schema/context.schema.json";
    }

    @Override
    public List<Problem> problems(Described document, Landscape landscape) {
        return new ContextCheck(document, landscape).problems();
    }

    @Override
    public List<String> take(Described document) {
        var context = ContextText.read(document.fields());
        var before = rows.lock(context.key()).orElse(null);
        if (context.equals(before)) {
            return List.of();
        }
        var words = before == null ? List.<String>of() : ContextChanges.between(before, context);
        var text = ContextText.write(context);
        var revision =
                rows.add(context.key(), text, clock.instant(), acting.now().toString());
        events.publishEvent(new ContextEvent.Described(context.key(), revision, ContextChanges.digest(text), words));
        return List.of(
                "context " + context.key() + (before == null ? " added" : " changed: " + String.join(", ", words)));
    }

    @Override
    public List<Map<String, Object>> written() {
        return rows.all().stream().map(ContextText::fields).toList();
    }
}
