package dev.slipway.release;

import dev.slipway.catalog.FlowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists releases newest first. Each state is read by its own ordered index, so that a page costs the same however many releases there are. */
@Repository
class ReleasePages {

    static final int MAX_LIMIT = 200;

    private final JdbcClient jdbc;

    ReleasePages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Release> page(ReleaseQuery query) {
        var before = query.before();
        var last = before == null ? Long.valueOf(Long.MAX_VALUE) : number(before);
        if (last == null) {
            return List.of();
        }
        var statement = statement(query, last);
        return jdbc.sql(statement.sql())
                .params(statement.parameters())
                .query(ReleaseRows::release)
                .list();
    }

    static Statement statement(ReleaseQuery query, long last) {
        var parameters = new ArrayList<Object>();
        var limit = Math.max(1, Math.min(query.limit(), MAX_LIMIT));
        var states = query.states().stream().sorted().toList();
        var sql = states.isEmpty()
                ? part(null, query, last, limit, parameters)
                : states.stream()
                        .map(state -> part(state, query, last, limit, parameters))
                        .collect(Collectors.joining(" union all "));
        if (states.size() > 1) {
            sql += " order by number desc fetch first " + limit + " rows only";
        }
        return new Statement(sql, parameters);
    }

    /** Orders by the constant columns too: H2 follows an index only where the order names all of it. */
    private static String part(
            @Nullable State state, ReleaseQuery query, long last, int limit, List<Object> parameters) {
        var where = new StringBuilder();
        var order = new StringBuilder();
        var product = query.product();
        if (product != null) {
            where.append("product = ? and ");
            order.append("product, ");
            parameters.add(product.value());
        }
        if (state != null) {
            where.append("state = ? and ");
            order.append("state, ");
            parameters.add(state.name());
        }
        if (!query.text().isBlank()) {
            where.append("lower(id) like ? escape '!' and ");
            parameters.add("%" + escaped(query.text()) + "%");
        }
        if (!query.drills()) {
            where.append("flow <> ? and ");
            parameters.add(FlowKey.DRILL.value());
        }
        parameters.add(last);
        return "(select * from release_release where " + where + "number < ? order by " + order
                + "number desc fetch first " + limit + " rows only)";
    }

    private static String escaped(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    private @Nullable Long number(ReleaseId id) {
        return jdbc.sql("select number from release_release where id = ?")
                .param(id.value())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** What is asked of the database. */
    record Statement(String sql, List<Object> parameters) {}
}
