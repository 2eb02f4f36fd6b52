package dev.slipway.catalog;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Says of a product what is to be different from one that says nothing. */
public final class ProductBuilder {

    private final ProductKey key;
    private final FlowKey flow;
    private String name;
    private String description = "";
    private String owner = "";
    private String repository = "";
    private String criticality = "medium";
    private List<Component> components = List.of();
    private List<EnvironmentKey> environments = List.of();
    private List<Check> checks = List.of();
    private ZoneId zone = Product.UTC;
    private List<String> migrations = Product.MIGRATIONS;
    private List<ProductKey> dependsOn = List.of();
    private Map<String, String> labels = Map.of();
    private FlowKey hotfixFlow;

    ProductBuilder(ProductKey key, FlowKey flow) {
        this.key = key;
        this.flow = flow;
        name = key.value();
        hotfixFlow = flow;
    }

    public ProductBuilder name(String called) {
        name = called;
        return this;
    }

    public ProductBuilder description(String words) {
        description = words;
        return this;
    }

    public ProductBuilder owner(String who) {
        owner = who;
        return this;
    }

    public ProductBuilder repository(String pathOrUrl) {
        repository = pathOrUrl;
        return this;
    }

    public ProductBuilder criticality(String level) {
        criticality = level;
        return this;
    }

    public ProductBuilder components(List<Component> parts) {
        components = parts;
        return this;
    }

    public ProductBuilder environments(List<EnvironmentKey> way) {
        environments = way;
        return this;
    }

    public ProductBuilder checks(List<Check> automated) {
        checks = automated;
        return this;
    }

    public ProductBuilder zone(ZoneId where) {
        zone = where;
        return this;
    }

    public ProductBuilder migrations(List<String> patterns) {
        migrations = patterns;
        return this;
    }

    public ProductBuilder dependsOn(List<ProductKey> others) {
        dependsOn = others;
        return this;
    }

    public ProductBuilder labels(Map<String, String> words) {
        labels = words;
        return this;
    }

    public ProductBuilder hotfixFlow(FlowKey ownWay) {
        hotfixFlow = ownWay;
        return this;
    }

    public Product build() {
        return new Product(
                key,
                name,
                description,
                flow,
                owner,
                repository,
                criticality,
                components,
                environments,
                checks,
                zone,
                migrations,
                dependsOn,
                labels,
                hotfixFlow);
    }
}
