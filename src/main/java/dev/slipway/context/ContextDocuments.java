package dev.slipway.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.spi.Described;
import dev.slipway.catalog.spi.DocumentKind;
import dev.slipway.catalog.spi.Landscape;
import dev.slipway.identity.Acting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Contexts as documents of the catalogue. */
@Component
class ContextDocuments implements DocumentKind {

    private final ContextRows rows;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JsonNode schema;

    ContextDocuments(ContextRows rows, Acting acting, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
        try (var stream = ContextDocuments.class.getResourceAsStream("/schema/context.schema.json")) {
            schema = new ObjectMapper().readTree(Objects.requireNonNull(stream));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String name() {
        return "Context";
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public List<Problem> problems(List<Described> documents, Landscape landscape) {
        return documents.stream()
                .flatMap(document -> new ContextCheck(document, landscape).problems().stream())
                .toList();
    }

    @Override
    public List<String> take(List<Described> documents) {
        var changes = new ArrayList<String>();
        documents.forEach(document -> take(ContextText.read(document.fields()), changes));
        return changes;
    }

    private void take(Context context, List<String> changes) {
        var before = rows.lock(context.key()).orElse(null);
        if (context.equals(before)) {
            return;
        }
        var words = before == null ? List.<String>of() : ContextChanges.between(before, context);
        var text = ContextText.write(context);
        var revision =
                rows.add(context.key(), text, clock.instant(), acting.now().toString());
        events.publishEvent(new ContextEvent.Described(context.key(), revision, ContextChanges.digest(text), words));
        changes.add("context " + context.key() + (before == null ? " added" : " changed: " + String.join(", ", words)));
    }

    @Override
    public List<Map<String, Object>> written() {
        return rows.all().stream().map(ContextText::fields).toList();
    }
}
