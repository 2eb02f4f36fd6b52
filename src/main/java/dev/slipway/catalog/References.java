package dev.slipway.catalog;

import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.Proposal.Stated;
import dev.slipway.catalog.spi.FlowNames;
import dev.slipway.catalog.spi.TargetSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Holds what documents state against each other, against what the catalogue says already, and against the modules that carry it out. */
@Service
class References {

    private static final Pattern PASSWORD = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/@]*:[^/]*@.*");

    private final ObjectProvider<FlowNames> flows;
    private final ObjectProvider<TargetSettings> adapters;

    References(ObjectProvider<FlowNames> flows, ObjectProvider<TargetSettings> adapters) {
        this.flows = flows;
        this.adapters = adapters;
    }

    List<Problem> problems(Proposal proposal) {
        var after = proposal.after();
        var problems = new ArrayList<Problem>();
        proposal.products().forEach(product -> product(product, after, problems));
        new Dependencies(after).check(proposal.products(), problems);
        proposal.environments().forEach(environment -> lostProduction(environment, proposal, problems));
        proposal.targets().forEach(target -> target(target, after, problems));
        return problems;
    }

    private void product(Stated<Product> stated, Everything after, List<Problem> problems) {
        var product = stated.subject();
        var document = stated.by();
        var known =
                flows.stream().flatMap(names -> names.names().stream()).collect(Collectors.toCollection(TreeSet::new));
        if (flows.stream().findAny().isPresent()) {
            var asked = new LinkedHashMap<String, FlowKey>();
            asked.put("/flow", product.flow());
            if (product.hasHotfixFlow()) {
                asked.put("/hotfixFlow", product.hotfixFlow());
            }
            asked.forEach((place, flow) -> {
                if (!known.contains(flow.value())) {
                    problems.add(
                            document.problem(place, "there is no flow '" + flow + "'; there are: " + listed(known)));
                }
            });
        }
        if (PASSWORD.matcher(product.repository()).matches()) {
            problems.add(
                    document.problem(
                            "/repository",
                            "holds a password that everybody could read here; leave it out and keep it in ~/.netrc, or use an SSH key"));
        }
        var zone = document.text("zone", "UTC");
        if (Descriptions.zone(zone).isEmpty()) {
            problems.add(document.problem(
                    "/zone", "there is no time zone '" + zone + "'; give an IANA name such as Europe/Berlin, or UTC"));
        }
        way(product, document, after, problems);
        unique(product.components().stream().map(part -> part.key().name()).toList(), "component", document, problems);
        unique(product.checks().stream().map(Check::name).toList(), "check", document, problems);
        for (var i = 0; i < product.checks().size(); i++) {
            if (leavesItsFolder(product.checks().get(i).evidence())) {
                problems.add(document.problem(
                        "/checks/" + i + "/evidence",
                        "must be a path within the check's working folder, without '..'"));
            }
        }
    }

    private static void way(Product product, Document document, Everything after, List<Problem> problems) {
        var way = product.environments();
        for (var i = 0; i < way.size(); i++) {
            if (!after.environments().containsKey(way.get(i).value())) {
                problems.add(document.problem("/environments/" + i, unknownEnvironment(way.get(i), after)));
            }
        }
        if (!endsInProduction(product, after)) {
            problems.add(document.problem(
                    "/environments/" + (way.size() - 1),
                    "the way of a release ends in production, but '" + way.get(way.size() - 1)
                            + "' is not marked as production"));
        }
    }

    /** A product that is not described anew must still end in production when its last environment is. */
    private static void lostProduction(Stated<Environment> stated, Proposal proposal, List<Problem> problems) {
        var key = stated.subject().key();
        var anew = proposal.products().stream().map(Stated::subject).toList();
        var users = proposal.after().products().values().stream()
                .map(Entitled::product)
                .filter(product -> !anew.contains(product))
                .filter(product -> product.environments()
                        .get(product.environments().size() - 1)
                        .equals(key))
                .map(product -> product.key().value())
                .toList();
        if (!stated.subject().production() && !users.isEmpty()) {
            problems.add(stated.by()
                    .problem(
                            "/production",
                            "must stay true: the way of these products ends in '" + key + "': " + listed(users)));
        }
    }

    private void target(Stated<TargetDescription> stated, Everything after, List<Problem> problems) {
        var target = stated.subject();
        var document = stated.by();
        if (!after.environments().containsKey(target.environment().value())) {
            problems.add(document.problem("/environment", unknownEnvironment(target.environment(), after)));
        }
        if (!after.has(target.component())) {
            problems.add(document.problem("/component", unknownComponent(target.component(), after)));
        }
        var known = adapters.orderedStream().toList();
        var knowing = known.stream().filter(one -> one.knows(target.adapter())).toList();
        if (!known.isEmpty() && knowing.isEmpty()) {
            var names = known.stream()
                    .flatMap(one -> one.adapters().stream())
                    .sorted()
                    .toList();
            problems.add(document.problem(
                    "/adapter", "there is no adapter '" + target.adapter() + "'; there are: " + listed(names)));
        }
        knowing.stream()
                .flatMap(one -> one.flaws(target).stream())
                .forEach(flaw -> problems.add(document.problem("/settings", flaw)));
    }

    private static boolean endsInProduction(Product product, Everything after) {
        var last = after.environments()
                .get(product.environments()
                        .get(product.environments().size() - 1)
                        .value());
        return last == null || last.production();
    }

    private static void unique(List<String> names, String what, Document document, List<Problem> problems) {
        var seen = new HashSet<String>();
        for (var i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i))) {
                problems.add(document.problem(
                        "/" + what + "s/" + i + "/name", "the " + what + " '" + names.get(i) + "' is described twice"));
            }
        }
    }

    private static boolean leavesItsFolder(String path) {
        return path.startsWith("/")
                || path.contains("\\")
                || List.of(path.split("/")).contains("..");
    }

    private static String unknownEnvironment(EnvironmentKey key, Everything after) {
        return "there is no environment '" + key + "'; there are: "
                + listed(after.environments().keySet());
    }

    private static String unknownComponent(ComponentKey key, Everything after) {
        var entitled = after.products().get(key.product().value());
        if (entitled == null) {
            return "there is no product '" + key.product() + "'; there are: "
                    + listed(after.products().keySet());
        }
        var names = entitled.product().components().stream()
                .map(part -> part.key().name())
                .toList();
        return "the product '" + key.product() + "' has no component '" + key.name() + "'; it has: " + listed(names);
    }

    private static String listed(Iterable<String> names) {
        var text = String.join(", ", names);
        return text.isEmpty() ? "none yet" : text;
    }
}
