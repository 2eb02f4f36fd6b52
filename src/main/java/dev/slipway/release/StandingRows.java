package dev.slipway.release;

import dev.slipway.policy.Fact;
import dev.slipway.policy.PolicyEvent;
import dev.slipway.transaction.ReadOnce;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What policies may know of a release that changes from hour to hour, read at once: its risk class, its type of change and its risk register. */
@Repository
class StandingRows {

    private final JdbcClient jdbc;
    private final ReadOnce<ReleaseId, Map<Fact, Object>> read = new ReadOnce<>();

    StandingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Fact, Object> facts(ReleaseId release) {
        return read.get(release, () -> read(release));
    }

    /** Before anybody else hears of it, and asks. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ChangeEvent event) {
        read.forget(event.release());
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(RiskEvent event) {
        read.forget(event.risk().release());
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(PolicyEvent.Decided decided) {
        var assessment = decided.evaluation();
        if (assessment.table().equals(ReleaseFacts.ASSESSMENT)) {
            var risk = ReleaseFacts.risk(assessment).orElse(ReleaseFacts.UNKNOWN);
            keep(new ReleaseId(assessment.release()), risk);
        }
    }

    private void keep(ReleaseId release, String risk) {
        read.forget(release);
        jdbc.sql("update release_release set risk = ? where id = ?")
                .params(risk, release.value())
                .update();
    }

    private Map<Fact, Object> read(ReleaseId release) {
        var facts = new EnumMap<Fact, Object>(Fact.class);
        var newest = new TreeMap<Integer, RegisteredRisk>();
        facts.put(Fact.CHANGE_TYPE, ReleaseFacts.UNKNOWN);
        jdbc.sql("""
                        select r.risk, c.type, k.* from release_release r
                        left join release_change c on c.release = r.id left join release_risk k on k.release = r.id
                        where r.id = ? order by k.number, k.version""").param(release.value()).query(row -> {
            var risk = row.getString("risk");
            if (risk != null) {
                facts.put(Fact.RISK, risk);
            }
            var type = row.getString("type");
            if (type != null) {
                facts.put(Fact.CHANGE_TYPE, ChangeType.valueOf(type).word());
            }
            if (row.getString("release") != null) {
                var registered = RiskRows.risk(row, 0);
                newest.put(registered.number(), registered);
            }
        });
        facts.putAll(RiskFacts.of(newest.values()));
        return facts;
    }
}
