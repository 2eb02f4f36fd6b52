package dev.slipway.catalog;

import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.Proposal.Stated;
import java.util.List;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/** Holds what products say they depend on against what there is, and against going round in a circle. */
final class Dependencies {

    private final Everything after;
    private final Graph<String, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);

    Dependencies(Everything after) {
        this.after = after;
        after.products().keySet().forEach(graph::addVertex);
        after.products()
                .values()
                .forEach(entitled -> entitled.product().dependsOn().stream()
                        .map(ProductKey::value)
                        .filter(graph::containsVertex)
                        .forEach(other -> graph.addEdge(entitled.product().key().value(), other)));
    }

    void check(List<Stated<Product>> products, List<Problem> problems) {
        var circles = new CycleDetector<>(graph);
        products.forEach(stated -> {
            unknown(stated, problems);
            var circle = new TreeSet<>(
                    circles.findCyclesContainingVertex(stated.subject().key().value()));
            if (!circle.isEmpty()) {
                problems.add(stated.by()
                        .problem(
                                "/dependsOn",
                                "goes round in a circle: " + String.join(", ", circle)
                                        + "; leave out what works without the other"));
            }
        });
    }

    private void unknown(Stated<Product> stated, List<Problem> problems) {
        var named = stated.subject().dependsOn();
        for (var place = 0; place < named.size(); place++) {
            if (!graph.containsVertex(named.get(place).value())) {
                problems.add(stated.by()
                        .problem(
                                "/dependsOn/" + place,
                                "there is no product '" + named.get(place) + "'; there are: "
                                        + String.join(", ", after.products().keySet())));
            }
        }
    }
}
