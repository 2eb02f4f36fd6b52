package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Starts the application twice on the same database. It leaves Camunda's web applications out and gives its engine a name of its own: both are
 * kept in static fields, and ending them here would end them for {@link SlipwayTest} too.
 */
@ExtendWith(OutputCaptureExtension.class)
class RestartTests {

    private static final List<String> TABLES = List.of(
            "ACT_RE_DEPLOYMENT",
            "ACT_RE_PROCDEF",
            "ACT_ID_USER",
            "ACT_ID_GROUP",
            "ACT_RU_AUTHORIZATION",
            "ACT_RU_FILTER");

    @EveryDatabase
    void addsNothingWhenNothingHasChanged(Database database, CapturedOutput console) {
        start(database);
        var first = rows(database);
        assertThat(first.get("ACT_RE_DEPLOYMENT")).isEqualTo(1);
        assertThat(first.get("ACT_ID_USER")).isEqualTo(1);
        assertThat(first.get("ACT_RU_FILTER")).isEqualTo(3);

        start(database);
        assertThat(rows(database)).isEqualTo(first);
        assertThat(console.getOut()).containsOnlyOnce("Sign in as admin with the password");
    }

    private static void start(Database database) {
        new SpringApplicationBuilder(Slipway.class)
                .profiles("test")
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("dataSource", DataSource.class, database::dataSource))
                .run(
                        "--server.port=0",
                        "--camunda.bpm.webapp.enabled=false",
                        "--camunda.bpm.process-engine-name=restarted")
                .close();
    }

    private static Map<String, Long> rows(Database database) {
        var rows = new TreeMap<String, Long>();
        for (var table : TABLES) {
            rows.put(
                    table,
                    database.jdbc()
                            .sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
        }
        return rows;
    }
}
