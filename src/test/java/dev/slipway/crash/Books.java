package dev.slipway.crash;

import dev.slipway.crash.Hand.Act;
import dev.slipway.journal.CanonicalJson;
import dev.slipway.journal.JournalFixture;
import dev.slipway.journal.Verification.Whole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database of a stopped application holds. */
final class Books {

    private final DataSource source;
    private final JdbcClient jdbc;

    Books(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    /** Chains and seals that are not whole. */
    List<String> broken() {
        var journal = JournalFixture.journal(source);
        var broken = new ArrayList<String>();
        for (var chain : texts("select chain from journal_chain order by chain")) {
            if (!(journal.verify(chain) instanceof Whole)) {
                broken.add(chain + ": " + journal.verify(chain));
            }
        }
        if (!(journal.verifySeals() instanceof Whole)) {
            broken.add("seals: " + journal.verifySeals());
        }
        return broken;
    }

    /** Acts that were acknowledged, but of which neither journal nor tables know. */
    List<Act> lost(Collection<Act> acknowledged) {
        var journaled = journaled();
        var attached = Set.copyOf(texts("select name from quality_evidence"));
        var votes = Set.copyOf(
                texts("select r.release_id from approval_request r join approval_seat s on s.request_id = r.id"
                        + " where s.voter = 'vera'"));
        var releases = Set.copyOf(texts("select id from release_release"));
        return acknowledged.stream()
                .filter(act -> !journaled.contains(act)
                        || !(switch (act.name()) {
                            case "evidence.attached" -> attached.contains(act.what());
                            case "approval.voted" -> votes.contains(act.release());
                            default -> releases.contains(act.release());
                        }))
                .toList();
    }

    private Set<Act> journaled() {
        var acts = new HashSet<Act>();
        jdbc.sql("select chain, act, payload from journal_entry").query(row -> {
            var facts = new CanonicalJson(row.getString("payload")).members();
            var act = row.getString("act");
            var what = switch (act) {
                case "evidence.attached" -> facts.get("name");
                case "approval.voted" -> facts.get("voter");
                case "release.opened" -> facts.get("version");
                default -> "";
            };
            acts.add(new Act(row.getString("chain"), act, Objects.toString(what)));
        });
        return acts;
    }

    /** Everything that would show that a release is not at its end, or was carried out twice. */
    List<String> leftovers() {
        var found = new ArrayList<String>();
        for (var table : List.of(
                "ACT_RU_EXECUTION",
                "ACT_RU_EXT_TASK",
                "ACT_RU_TASK",
                "ACT_RU_INCIDENT",
                "environment_claim",
                "flow_waiting",
                "flow_visit")) {
            count(found, table, "select count(*) from " + table);
        }
        count(found, "moves without an end", "select count(*) from deployment_move where status = 'INTENDED'");
        texts("select release_id || ' ' || direction || ' ' || kind || ' ' || version || ' in ' || environment"
                        + " from deployment_move where status = 'DONE'"
                        + " group by release_id, direction, kind, version, share, environment, component"
                        + " having count(*) > 1")
                .forEach(move -> found.add("moved twice: " + move));
        texts(
                        "select version from release_release where flow = 'devops-release' group by product, version having count(*) > 1")
                .forEach(version -> found.add("opened twice: " + version));
        texts("select release_id from approval_request group by release_id having count(*) > 1")
                .forEach(release -> found.add("asked twice: " + release));
        return found;
    }

    /** The place and visit of each move that is on record as done. */
    Set<String> done() {
        return Set.copyOf(texts("select environment || ' ' || component || ' ' || visit from deployment_move"
                + " where status = 'DONE'"));
    }

    private void count(List<String> found, String what, String query) {
        var count = jdbc.sql(query).query(Long.class).single();
        if (count > 0) {
            found.add(what + ": " + count);
        }
    }

    private List<String> texts(String query) {
        return jdbc.sql(query).query(String.class).list();
    }
}
