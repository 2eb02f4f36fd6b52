package dev.slipway.catalog;

import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.spi.DocumentKind;
import dev.slipway.catalog.spi.Landscape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of documents that other modules contribute. */
@Component
class OtherKinds {

    private final ObjectProvider<DocumentKind> kinds;

    OtherKinds(ObjectProvider<DocumentKind> kinds) {
        this.kinds = kinds;
    }

    List<DocumentKind> all() {
        return kinds.orderedStream().toList();
    }

    List<Problem> problems(Proposal proposal) {
        var after = proposal.after();
        var landscape = new Landscape(
                after.products().values().stream().map(Entitled::product).toList(),
                List.copyOf(after.environments().values()));
        var problems = new ArrayList<Problem>();
        for (var kind : all()) {
            var documents = proposal.others().getOrDefault(kind.name(), List.of());
            if (!documents.isEmpty()) {
                problems.addAll(kind.problems(documents, landscape));
            }
        }
        return problems;
    }

    /** Hands each kind its documents; returns what changed, in words. */
    List<String> take(Proposal proposal) {
        var changes = new ArrayList<String>();
        for (var kind : all()) {
            var documents = proposal.others().getOrDefault(kind.name(), List.of());
            if (!documents.isEmpty()) {
                changes.addAll(kind.take(documents));
            }
        }
        return changes;
    }

    /** Everything of each kind, with the fields that documents have. */
    Map<String, List<Map<String, Object>>> written() {
        var written = new TreeMap<String, List<Map<String, Object>>>();
        all().forEach(kind -> written.put(kind.name(), kind.written()));
        return written;
    }
}
