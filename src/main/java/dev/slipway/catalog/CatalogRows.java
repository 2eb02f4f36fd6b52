package dev.slipway.catalog;

import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue's tables: read whole, written where something differs. */
@Repository
class CatalogRows {

    private final JdbcClient jdbc;
    private final ProductRows products;
    private final TargetRows targets;

    CatalogRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.products = new ProductRows(jdbc);
        this.targets = new TargetRows(jdbc);
    }

    /** Changes with every change of the catalogue and is never the same again, not even after a roll-back. */
    String token() {
        return jdbc.sql("select token from catalog_state where id = 1")
                .query(String.class)
                .single();
    }

    /** Keeps everybody else from applying until the end of the transaction. */
    void lock() {
        jdbc.sql("select token from catalog_state where id = 1 for update")
                .query(String.class)
                .single();
    }

    Everything load() {
        var environments = new TreeMap<String, Environment>();
        jdbc.sql("select environment, name, stage, production, labels, drift, prometheus from catalog_environment")
                .query((row, number) -> new Environment(
                        new EnvironmentKey(row.getString(1)),
                        row.getString(2),
                        row.getInt(3),
                        row.getBoolean(4),
                        Texts.map(row.getString(5)),
                        Environment.Drift.valueOf(row.getString(6)),
                        row.getString(7)))
                .list()
                .forEach(environment -> environments.put(environment.key().value(), environment));
        return new Everything(environments, products.load(), targets.load());
    }

    void store(Everything before, Everything after) {
        after.environments().forEach((key, environment) -> {
            if (!environment.equals(before.environments().get(key))) {
                store(environment);
            }
        });
        before.targets().forEach((place, target) -> {
            if (!target.equals(after.targets().get(place))) {
                targets.remove(place);
            }
        });
        after.products().forEach((key, product) -> {
            if (!product.equals(before.products().get(key))) {
                products.store(product);
            }
        });
        after.targets().forEach((place, target) -> {
            if (!target.equals(before.targets().get(place))) {
                targets.insert(target);
            }
        });
        jdbc.sql("update catalog_state set token = ? where id = 1")
                .param(UUID.randomUUID().toString())
                .update();
    }

    private void store(Environment environment) {
        var changed = jdbc.sql(
                        "update catalog_environment set name = ?, stage = ?, production = ?, labels = ?, drift = ?, prometheus = ? where environment = ?")
                .params(
                        environment.name(),
                        environment.stage(),
                        environment.production(),
                        Texts.json(environment.labels()),
                        environment.drift().name(),
                        environment.prometheus(),
                        environment.key().value())
                .update();
        if (changed == 0) {
            jdbc.sql(
                            "insert into catalog_environment (name, stage, production, labels, drift, prometheus, environment) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            environment.name(),
                            environment.stage(),
                            environment.production(),
                            Texts.json(environment.labels()),
                            environment.drift().name(),
                            environment.prometheus(),
                            environment.key().value())
                    .update();
        }
    }
}
