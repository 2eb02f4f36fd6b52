package dev.slipway.flow;

import dev.slipway.flow.Flows.Diagram;
import dev.slipway.flow.waiting.WaitingBoard;
import dev.slipway.release.ReleaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws where a release is: one diagram for each model that its flow has reached, its own first. */
@Component
class Diagrams {

    private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

    /** Whatever it repeats, each element counts once; what is under way comes from the running executions as well, because a step about to begin has no history. */
    private static final String REACHED = """
            select a.PROC_DEF_ID_, a.ACT_ID_, min(a.START_TIME_), max(case when a.END_TIME_ is null then 1 else 0 end)
            from ACT_HI_PROCINST p join ACT_HI_ACTINST a on a.PROC_INST_ID_ = p.PROC_INST_ID_
            where p.BUSINESS_KEY_ = :release
            group by a.PROC_DEF_ID_, a.ACT_ID_
            order by 3
            """;

    private static final String UNDER_WAY = """
            select e.PROC_DEF_ID_, e.ACT_ID_
            from ACT_RU_EXECUTION i join ACT_RU_EXECUTION e on e.PROC_INST_ID_ = i.PROC_INST_ID_
            where i.BUSINESS_KEY_ = :release and e.ACT_ID_ is not null
            """;

    private final JdbcClient jdbc;
    private final RepositoryService models;
    private final WaitingBoard board;

    Diagrams(JdbcClient jdbc, RepositoryService models, WaitingBoard board) {
        this.jdbc = jdbc;
        this.models = models;
        this.board = board;
    }

    List<Diagram> of(ReleaseId release) {
        var drawings = new TreeMap<String, Drawing>();
        jdbc.sql(REACHED).param("release", release.value()).query(row -> {
            var drawing = drawings.computeIfAbsent(row.getString(1), Drawing::new);
            drawing.begin(row.getTimestamp(3).getTime());
            drawing.mark(row.getInt(4) == 1 ? drawing.active : drawing.passed, row.getString(2));
        });
        jdbc.sql(UNDER_WAY).param("release", release.value()).query(row -> {
            var drawing = drawings.computeIfAbsent(row.getString(1), Drawing::new);
            drawing.mark(drawing.active, row.getString(2));
        });
        var stuck = board.of(List.of(release)).getOrDefault(release, List.of()).stream()
                .filter(waiting -> waiting.kind() == Waiting.Kind.INCIDENT)
                .toList();
        return drawings.values().stream()
                .sorted(Comparator.comparingLong(drawing -> drawing.since))
                .map(drawing -> diagram(drawing, stuck))
                .toList();
    }

    private Diagram diagram(Drawing drawing, List<Waiting> stuck) {
        var definition = models.getProcessDefinition(drawing.definition);
        var failed = stuck.stream()
                .filter(waiting -> waiting.model().equals(definition.getKey()))
                .map(Waiting::activity)
                .toList();
        drawing.passed.removeAll(drawing.active);
        return new Diagram(
                definition.getKey(),
                Objects.requireNonNullElse(definition.getName(), definition.getKey()),
                xml(drawing.definition),
                List.copyOf(drawing.active),
                List.copyOf(drawing.passed),
                List.copyOf(new HashSet<>(failed)));
    }

    private String xml(String definition) {
        try (var model = models.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Drawing {

        private final String definition;
        private final Set<String> active = new TreeSet<>();
        private final Set<String> passed = new TreeSet<>();
        private long since = Long.MAX_VALUE;

        Drawing(String definition) {
            this.definition = definition;
        }

        void begin(long at) {
            since = Math.min(since, at);
        }

        void mark(Set<String> marks, String activity) {
            marks.add(activity.replace(MULTI_INSTANCE_BODY, ""));
        }
    }
}
