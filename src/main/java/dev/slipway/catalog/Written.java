package dev.slipway.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The catalogue written back in its own format: applying it again changes nothing. */
final class Written {

    private Written() {}

    /** A list for each kind, with the fields that documents have. */
    static Map<String, Object> json(Everything everything, Map<String, List<Map<String, Object>>> others) {
        var result = new LinkedHashMap<String, Object>();
        result.put(
                "environments",
                everything.environments().values().stream()
                        .map(Written::environment)
                        .toList());
        result.put(
                "products",
                everything.products().values().stream().map(Written::product).toList());
        result.put(
                "targets",
                everything.targets().values().stream().map(Written::target).toList());
        others.forEach((kind, all) -> result.put(kind.toLowerCase(Locale.ROOT) + "s", all));
        return result;
    }

    /** One document for each thing. */
    static String yaml(Everything everything, Map<String, List<Map<String, Object>>> others) {
        var documents = new ArrayList<Map<String, Object>>();
        everything.environments().values().forEach(one -> documents.add(document("Environment", environment(one))));
        everything.products().values().forEach(one -> documents.add(document("Product", product(one))));
        everything.targets().values().forEach(one -> documents.add(document("Target", target(one))));
        others.forEach((kind, all) -> all.forEach(fields -> documents.add(document(kind, fields))));
        return documents.isEmpty() ? "" : new Yaml(layout()).dumpAll(documents.iterator());
    }

    private static Map<String, Object> document(String kind, Map<String, Object> fields) {
        var document = new LinkedHashMap<String, Object>();
        document.put("apiVersion", "slipway/v1");
        document.put("kind", kind);
        document.putAll(fields);
        return document;
    }

    private static Map<String, Object> environment(Environment environment) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", environment.key().value());
        fields.put("name", environment.name());
        fields.put("stage", environment.stage());
        fields.put("production", environment.production());
        fields.put("labels", environment.labels());
        fields.put("drift", environment.drift().name().toLowerCase(Locale.ROOT));
        if (!environment.prometheus().isEmpty()) {
            fields.put("prometheus", environment.prometheus());
        }
        return fields;
    }

    private static Map<String, Object> product(Entitled entitled) {
        var product = entitled.product();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", product.key().value());
        fields.put("name", product.name());
        fields.put("description", product.description());
        fields.put("flow", product.flow().value());
        if (product.hasHotfixFlow()) {
            fields.put("hotfixFlow", product.hotfixFlow().value());
        }
        fields.put("owner", product.owner());
        fields.put("repository", product.repository());
        fields.put("criticality", product.criticality());
        fields.put(
                "components",
                product.components().stream().map(Written::component).toList());
        fields.put(
                "environments",
                product.environments().stream().map(EnvironmentKey::value).toList());
        fields.put("checks", product.checks().stream().map(Written::check).toList());
        fields.put("zone", product.zone().getId());
        fields.put("migrations", product.migrations());
        fields.put("labels", product.labels());
        fields.put(
                "dependsOn", product.dependsOn().stream().map(ProductKey::value).toList());
        var rights = new LinkedHashMap<String, List<String>>();
        entitled.rights()
                .forEach((group, acts) -> rights.put(
                        group.value(),
                        acts.stream().map(Descriptions::word).sorted().toList()));
        fields.put("rights", rights);
        return fields;
    }

    private static Map<String, Object> component(Component component) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", component.key().name());
        fields.put("description", component.description());
        return fields;
    }

    private static Map<String, Object> check(Check check) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", check.name());
        fields.put("command", check.command());
        fields.put("evidence", check.evidence());
        fields.put("timeout", timeout(check.timeout()));
        return fields;
    }

    private static Map<String, Object> target(TargetDescription target) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("environment", target.environment().value());
        fields.put("component", target.component().toString());
        fields.put("adapter", target.adapter());
        if (!target.url().isEmpty()) {
            fields.put("url", target.url());
        }
        if (target.isRemote()) {
            fields.put("agent", target.agent());
        }
        fields.put("settings", target.settings());
        return fields;
    }

    /** Hours and minutes where they are whole, so that the number keeps within five digits as it came. */
    private static String timeout(Duration timeout) {
        var seconds = timeout.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static DumperOptions layout() {
        var layout = new DumperOptions();
        layout.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        layout.setExplicitStart(true);
        layout.setSplitLines(false);
        layout.setIndicatorIndent(2);
        layout.setIndentWithIndicator(true);
        return layout;
    }
}
