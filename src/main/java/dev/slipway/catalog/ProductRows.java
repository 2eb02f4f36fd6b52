package dev.slipway.catalog;

import dev.slipway.identity.Act;
import dev.slipway.identity.GroupId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products with their components, their way, their checks and the rights to them. */
final class ProductRows {

    private final JdbcClient jdbc;

    ProductRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SortedMap<String, Entitled> load() {
        var components = by(
                "select product, component, description from catalog_component order by product, place",
                (row, n) -> new Component(
                        new ComponentKey(new ProductKey(row.getString(1)), row.getString(2)), row.getString(3)));
        var ways = by(
                "select product, environment from catalog_way order by product, place",
                (row, n) -> new EnvironmentKey(row.getString(2)));
        var checks = by(
                "select product, check_name, command, evidence, timeout_seconds from catalog_check order by product, place",
                (row, n) -> new Check(
                        row.getString(2),
                        Texts.list(row.getString(3)),
                        row.getString(4),
                        Duration.ofSeconds(row.getLong(5))));
        var rights = rights();
        var result = new TreeMap<String, Entitled>();
        jdbc.sql("select product, name, description, flow, owner, repository, criticality, zone, migrations,"
                        + " depends_on, labels, hotfix_flow from catalog_product")
                .query((row, number) -> {
                    var key = row.getString("product");
                    var flow = row.getString("flow");
                    var hotfixFlow = row.getString("hotfix_flow");
                    return Product.of(new ProductKey(key), new FlowKey(flow))
                            .name(row.getString("name"))
                            .description(row.getString("description"))
                            .owner(row.getString("owner"))
                            .repository(row.getString("repository"))
                            .criticality(row.getString("criticality"))
                            .components(List.copyOf(components.getOrDefault(key, List.of())))
                            .environments(List.copyOf(ways.getOrDefault(key, List.of())))
                            .checks(List.copyOf(checks.getOrDefault(key, List.of())))
                            .zone(ZoneId.of(row.getString("zone")))
                            .migrations(Texts.list(row.getString("migrations")))
                            .dependsOn(Texts.list(row.getString("depends_on")).stream()
                                    .map(ProductKey::new)
                                    .toList())
                            .labels(Texts.map(row.getString("labels")))
                            .hotfixFlow(new FlowKey(hotfixFlow.isEmpty() ? flow : hotfixFlow))
                            .build();
                })
                .list()
                .forEach(product -> result.put(
                        product.key().value(),
                        new Entitled(product, rights.getOrDefault(product.key().value(), Map.of()))));
        return result;
    }

    void store(Entitled entitled) {
        var product = entitled.product();
        var key = product.key().value();
        head(product);
        components(product);
        jdbc.sql("delete from catalog_way where product = ?").param(key).update();
        for (var place = 0; place < product.environments().size(); place++) {
            jdbc.sql("insert into catalog_way (product, place, environment) values (?, ?, ?)")
                    .params(key, place, product.environments().get(place).value())
                    .update();
        }
        jdbc.sql("delete from catalog_check where product = ?").param(key).update();
        for (var place = 0; place < product.checks().size(); place++) {
            var check = product.checks().get(place);
            jdbc.sql(
                            "insert into catalog_check (product, check_name, place, command, evidence, timeout_seconds) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            key,
                            check.name(),
                            place,
                            Texts.json(check.command()),
                            check.evidence(),
                            check.timeout().toSeconds())
                    .update();
        }
        jdbc.sql("delete from catalog_right where product = ?").param(key).update();
        entitled.rights()
                .forEach((group, acts) -> acts.forEach(
                        act -> jdbc.sql("insert into catalog_right (product, group_name, act) values (?, ?, ?)")
                                .params(key, group.value(), act.name())
                                .update()));
    }

    private void head(Product product) {
        var values = List.of(
                product.name(),
                product.description(),
                product.flow().value(),
                product.owner(),
                product.repository(),
                product.criticality(),
                product.zone().getId(),
                Texts.json(product.migrations()),
                Texts.json(product.dependsOn().stream().map(ProductKey::value).toList()),
                Texts.json(product.labels()),
                product.hasHotfixFlow() ? product.hotfixFlow().value() : "",
                product.key().value());
        var changed = jdbc.sql(
                        "update catalog_product set name = ?, description = ?, flow = ?, owner = ?, repository = ?, criticality = ?, zone = ?, migrations = ?, depends_on = ?, labels = ?, hotfix_flow = ? where product = ?")
                .params(values)
                .update();
        if (changed == 0) {
            jdbc.sql(
                            "insert into catalog_product (name, description, flow, owner, repository, criticality, zone, migrations, depends_on, labels, hotfix_flow, product) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(values)
                    .update();
        }
    }

    /** Components are kept where they are, because targets refer to them. */
    private void components(Product product) {
        var key = product.key().value();
        var lost = new ArrayList<>(jdbc.sql("select component from catalog_component where product = ?")
                .param(key)
                .query(String.class)
                .list());
        for (var place = 0; place < product.components().size(); place++) {
            var component = product.components().get(place);
            var name = component.key().name();
            var statement = lost.remove(name)
                    ? "update catalog_component set place = ?, description = ? where product = ? and component = ?"
                    : "insert into catalog_component (place, description, product, component) values (?, ?, ?, ?)";
            jdbc.sql(statement)
                    .params(place, component.description(), key, name)
                    .update();
        }
        lost.forEach(name -> jdbc.sql("delete from catalog_component where product = ? and component = ?")
                .params(key, name)
                .update());
    }

    private <T> Map<String, List<T>> by(String query, RowMapper<T> mapper) {
        var result = new HashMap<String, List<T>>();
        jdbc.sql(query)
                .query((row, number) -> Map.entry(row.getString(1), mapper.mapRow(row, number)))
                .list()
                .forEach(entry -> result.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                        .add(entry.getValue()));
        return result;
    }

    private Map<String, Map<GroupId, Set<Act>>> rights() {
        var result = new HashMap<String, Map<GroupId, Set<Act>>>();
        by(
                        "select product, group_name, act from catalog_right",
                        (row, n) -> Map.entry(new GroupId(row.getString(2)), Act.valueOf(row.getString(3))))
                .forEach((product, grants) -> {
                    var groups = new TreeMap<GroupId, Set<Act>>();
                    grants.forEach(grant -> groups.computeIfAbsent(grant.getKey(), group -> EnumSet.noneOf(Act.class))
                            .add(grant.getValue()));
                    result.put(product, Collections.unmodifiableMap(groups));
                });
        return result;
    }
}
