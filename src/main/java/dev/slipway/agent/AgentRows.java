package dev.slipway.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of agents. */
@Repository
class AgentRows {

    private static final String SELECT = "select name, account, session, labels, topics, version, host, state,"
            + " connected_at, last_seen_at, drained_by from agent_agent";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    AgentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Agent> all() {
        return jdbc.sql(SELECT + " order by name")
                .query((row, number) -> agent(row))
                .list();
    }

    Optional<Agent> find(String name) {
        return jdbc.sql(SELECT + " where name = ?")
                .param(name)
                .query((row, number) -> agent(row))
                .optional();
    }

    Optional<Agent> lock(String name) {
        return jdbc.sql(SELECT + " where name = ? for update")
                .param(name)
                .query((row, number) -> agent(row))
                .optional();
    }

    void put(Agent agent) {
        var arguments = List.<Object>of(
                agent.account(),
                agent.session(),
                labels(agent.labels()),
                String.join(" ", new TreeSet<>(agent.topics())),
                agent.version(),
                agent.host(),
                agent.state().name(),
                column(agent.connectedAt()),
                column(agent.lastSeenAt()),
                agent.drainedBy(),
                agent.name());
        var changed = jdbc.sql("update agent_agent set account = ?, session = ?, labels = ?, topics = ?, version = ?,"
                        + " host = ?, state = ?, connected_at = ?, last_seen_at = ?, drained_by = ? where name = ?")
                .params(arguments)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into agent_agent (account, session, labels, topics, version, host, state,"
                            + " connected_at, last_seen_at, drained_by, name)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(arguments)
                    .update();
        }
    }

    private static Agent agent(ResultSet row) throws SQLException {
        return new Agent(
                row.getString("name"),
                row.getString("account"),
                row.getString("session"),
                labels(row.getString("labels")),
                topics(row.getString("topics")),
                row.getString("version"),
                row.getString("host"),
                Agent.State.valueOf(row.getString("state")),
                row.getObject("connected_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getString("drained_by"));
    }

    private static Set<String> topics(String text) {
        return Arrays.stream(text.split(" "))
                .filter(topic -> !topic.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> labels(String text) {
        try {
            return JSON.readValue(text, LABELS);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String labels(Map<String, String> labels) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(labels));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
