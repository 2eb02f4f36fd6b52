package dev.slipway.catalog;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Targets with their settings. */
final class TargetRows {

    private final JdbcClient jdbc;

    TargetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SortedMap<Place, TargetDescription> load() {
        var settings = new HashMap<Place, Map<String, String>>();
        jdbc.sql(
                        "select environment, product, component, setting, content from catalog_setting order by environment, product, component, place")
                .query(row -> {
                    var place = place(row.getString(1), row.getString(2), row.getString(3));
                    settings.computeIfAbsent(place, key -> new LinkedHashMap<>())
                            .put(row.getString(4), row.getString(5));
                });
        var result = new TreeMap<Place, TargetDescription>();
        jdbc.sql("select environment, product, component, adapter, url, agent from catalog_target")
                .query(row -> {
                    var place = place(row.getString(1), row.getString(2), row.getString(3));
                    var own = Collections.unmodifiableMap(settings.getOrDefault(place, Map.of()));
                    result.put(
                            place,
                            new TargetDescription(
                                    place.environment(),
                                    place.component(),
                                    row.getString(4),
                                    own,
                                    row.getString(5),
                                    row.getString(6)));
                });
        return result;
    }

    void remove(Place place) {
        for (var table : new String[] {"catalog_setting", "catalog_target"}) {
            jdbc.sql("delete from " + table + " where environment = ? and product = ? and component = ?")
                    .params(
                            place.environment().value(),
                            place.component().product().value(),
                            place.component().name())
                    .update();
        }
    }

    void insert(TargetDescription target) {
        var environment = target.environment().value();
        var product = target.component().product().value();
        var component = target.component().name();
        jdbc.sql("insert into catalog_target (environment, product, component, adapter, url, agent)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(environment, product, component, target.adapter(), target.url(), target.agent())
                .update();
        var place = 0;
        for (var setting : target.settings().entrySet()) {
            jdbc.sql(
                            "insert into catalog_setting (environment, product, component, setting, place, content) values (?, ?, ?, ?, ?, ?)")
                    .params(environment, product, component, setting.getKey(), place++, setting.getValue())
                    .update();
        }
    }

    private static Place place(String environment, String product, String component) {
        return new Place(new EnvironmentKey(environment), new ComponentKey(new ProductKey(product), component));
    }
}
