package dev.slipway.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What groups may do to products. */
@Repository
class GrantRows {

    private final JdbcClient jdbc;

    GrantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any(Collection<GroupId> groups, Act act, String product) {
        return !groups.isEmpty()
                && jdbc.sql(
                                        "select count(*) from identity_grant"
                                                + " where product in (:product, :everything) and team in (:groups) and act = :act")
                                .param("product", product)
                                .param("everything", Rights.EVERYTHING)
                                .param(
                                        "groups",
                                        groups.stream().map(GroupId::value).toList())
                                .param("act", act.name())
                                .query(Long.class)
                                .single()
                        > 0;
    }

    Map<GroupId, Set<Act>> of(String product) {
        var grants = new TreeMap<GroupId, Set<Act>>();
        jdbc.sql("select team, act from identity_grant where product = ?")
                .param(product)
                .query(row -> {
                    grants.computeIfAbsent(new GroupId(row.getString("team")), group -> EnumSet.noneOf(Act.class))
                            .add(Act.valueOf(row.getString("act")));
                });
        return grants;
    }

    void replace(String product, Map<GroupId, Set<Act>> grants) {
        jdbc.sql("delete from identity_grant where product = ?").param(product).update();
        grants.forEach((group, acts) ->
                acts.forEach(act -> jdbc.sql("insert into identity_grant (product, team, act) values (?, ?, ?)")
                        .params(product, group.value(), act.name())
                        .update()));
    }
}
