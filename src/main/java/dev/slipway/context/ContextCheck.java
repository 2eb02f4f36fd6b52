package dev.slipway.context;

import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.spi.Described;
import dev.slipway.catalog.spi.Landscape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds a context's document against itself, and against what the catalogue knows. */
final class ContextCheck {

    private final Described document;
    private final Landscape landscape;
    private final Context context;
    private final List<Problem> problems = new ArrayList<>();

    ContextCheck(Described document, Landscape landscape) {
        this.document = document;
        this.landscape = landscape;
        this.context = ContextText.read(document.fields());
    }

    List<Problem> problems() {
        for (var at = 0; at < context.attachments().size(); at++) {
            attachment(context.attachments().get(at), "/attach/" + at);
        }
        names();
        files();
        unique(context.hooks().stream().map(Hook::name).toList(), "/hooks", "hook");
        return problems;
    }

    private void attachment(Attachment attachment, String at) {
        var products =
                landscape.products().stream().map(one -> one.key().value()).toList();
        if (!attachment.product().isEmpty() && !products.contains(attachment.product())) {
            problem(
                    at + "/product",
                    "there is no product '" + attachment.product() + "'; there are: " + listed(products));
        }
        var environments =
                landscape.environments().stream().map(one -> one.key().value()).toList();
        if (!attachment.environment().isEmpty() && !environments.contains(attachment.environment())) {
            problem(
                    at + "/environment",
                    "there is no environment '" + attachment.environment() + "'; there are: " + listed(environments));
        }
        var components = landscape.products().stream()
                .flatMap(product -> product.components().stream())
                .map(component -> component.key().toString())
                .toList();
        if (!attachment.component().isEmpty() && !components.contains(attachment.component())) {
            problem(
                    at + "/component",
                    "there is no component '" + attachment.component() + "'; there are: " + listed(components));
        }
        if (!attachment.component().isEmpty()
                && !attachment.product().isEmpty()
                && !attachment.component().startsWith(attachment.product() + "/")) {
            problem(at + "/component", "belongs to another product than '" + attachment.product() + "'; leave one out");
        }
        known(attachment.productLabels(), landscape.products().stream().map(Product::labels), at + "/productLabels");
        known(
                attachment.environmentLabels(),
                landscape.environments().stream().map(Environment::labels),
                at + "/environmentLabels");
    }

    /** A label that nothing has is most likely misspelt. */
    private void known(Map<String, String> asked, Stream<Map<String, String>> there, String at) {
        var all = there.toList();
        asked.forEach((name, value) -> {
            if (all.stream().noneMatch(labels -> value.equals(labels.get(name)))) {
                problem(at + "/" + name, "nothing has the label " + name + "=" + value + "; label something first");
            }
        });
    }

    private void names() {
        var seen = new HashMap<String, String>();
        context.variables().keySet().forEach(name -> name("/variables/" + name, name, "a variable", seen));
        for (var at = 0; at < context.secrets().size(); at++) {
            name("/secrets/" + at, context.secrets().get(at), "a secret", seen);
        }
    }

    private void name(String at, String name, String what, Map<String, String> seen) {
        if (name.startsWith("SLIPWAY_")) {
            problem(at, "names that begin with SLIPWAY_ are Slipway's own; choose another");
        }
        var earlier = seen.putIfAbsent(name, what);
        if (earlier != null) {
            problem(at, "'" + name + "' is " + earlier + " of this context already");
        }
    }

    private void files() {
        unique(context.files().stream().map(ContextFile::path).toList(), "/files", "file");
        for (var at = 0; at < context.files().size(); at++) {
            var file = context.files().get(at);
            if (file.path().startsWith("/")
                    || file.path().contains("\\")
                    || List.of(file.path().split("/", -1)).stream()
                            .anyMatch(part -> part.isEmpty() || part.equals("..") || part.equals("."))) {
                problem("/files/" + at + "/path", "must be a path within the folder of files, without '..'");
            }
            if (!file.secret().isEmpty() && !context.secrets().contains(file.secret())) {
                problem(
                        "/files/" + at + "/secret",
                        "'" + file.secret() + "' is no secret of this context; list it under secrets");
            }
        }
    }

    private void unique(List<String> names, String at, String what) {
        for (var i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                problem(at + "/" + i, "the " + what + " '" + names.get(i) + "' is described twice");
            }
        }
    }

    private void problem(String pointer, String reason) {
        problems.add(document.problem(pointer, reason));
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none yet" : String.join(", ", names);
    }
}
