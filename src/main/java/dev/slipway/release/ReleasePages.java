package dev.slipway.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        var parameters = new ArrayList<Object>();
        var limit = Math.max(1, Math.min(query.limit(), MAX_LIMIT));
        var sql = query.states().isEmpty()
                ? part("", query, last, limit, parameters)
                : String.join(
                        " union all ",
                        query.states().stream()
                                .sorted()
                                .map(state ->
                                        part("state = '" + state.name() + "' and ", query, last, limit, parameters))
                                .toList());
        if (query.states().size() > 1) {
            sql += " order by number desc fetch first " + limit + " rows only";
        }
        return jdbc.sql(sql).params(parameters).query(ReleaseRows::release).list();
    }

    private static String part(String state, ReleaseQuery query, long last, int limit, List<Object> parameters) {
        var sql = new StringBuilder("(select * from release_release where ").append(state);
        var product = query.product();
        if (product != null) {
            sql.append("product = ? and ");
            parameters.add(product.value());
        }
        if (!query.text().isBlank()) {
            sql.append("lower(id) like ? escape '!' and ");
            parameters.add("%" + escaped(query.text()) + "%");
        }
        parameters.add(last);
        return sql.append("number < ? order by number desc fetch first ")
                .append(limit)
                .append(" rows only)")
                .toString();
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
}
