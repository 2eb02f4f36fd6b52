package dev.slipway.quality;

import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;
import dev.slipway.transaction.ReadOnce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class EvidenceRepository {

    private static final String CURRENT = """
            e.id in (select max(id) from quality_evidence
                   where release_id = ? and candidate = ? group by name)""";

    private final JdbcClient jdbc;
    private final ReadOnce<Current, List<Evidence>> current = new ReadOnce<>();

    EvidenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Evidence evidence) {
        current.forget(new Current(evidence.release(), evidence.candidate()));
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into quality_evidence
                    (release_id, candidate, name, kind, file_name, digest, size_in_bytes, attached_by, attached_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        evidence.release().value(),
                        evidence.candidate().hex(),
                        evidence.name(),
                        evidence.kind().name(),
                        evidence.fileName(),
                        evidence.digest().hex(),
                        evidence.bytes(),
                        evidence.by(),
                        evidence.at().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        if (!evidence.measures().isEmpty()) {
            add(key.getKeyAs(Long.class), evidence.measures());
        }
    }

    private void add(Long evidence, Map<String, String> measures) {
        var values = new ArrayList<Object>();
        measures.forEach((name, figure) -> values.addAll(List.of(evidence, name, figure)));
        jdbc.sql("insert into quality_measure (evidence_id, name, figure) values "
                        + String.join(", ", Collections.nCopies(measures.size(), "(?, ?, ?)")))
                .params(values)
                .update();
    }

    /** Newest first. */
    List<Evidence> of(ReleaseId release) {
        return read("e.release_id = ?", "e.id desc", release.value());
    }

    /** The newest of each name, by name. */
    List<Evidence> current(ReleaseId release, Digest candidate) {
        return current.get(
                new Current(release, candidate), () -> read(CURRENT, "e.name, e.id", release.value(), candidate.hex()));
    }

    Optional<Evidence> newest(ReleaseId release, Digest content) {
        return read("e.release_id = ? and e.digest = ?", "e.id desc", release.value(), content.hex()).stream()
                .findFirst();
    }

    private List<Evidence> read(String condition, String order, Object... values) {
        var documents = new LinkedHashMap<Long, Evidence>();
        var measures = new HashMap<Long, Map<String, String>>();
        jdbc.sql("select e.*, m.name as measure, m.figure from quality_evidence e"
                        + " left join quality_measure m on m.evidence_id = e.id where " + condition + " order by "
                        + order)
                .params(values)
                .query(row -> {
                    var id = row.getLong("id");
                    if (!documents.containsKey(id)) {
                        documents.put(id, evidence(row));
                    }
                    var measured = measures.computeIfAbsent(id, any -> new TreeMap<>());
                    if (row.getString("measure") != null) {
                        measured.put(row.getString("measure"), row.getString("figure"));
                    }
                });
        return documents.entrySet().stream()
                .map(document -> document.getValue().measuring(measures.getOrDefault(document.getKey(), Map.of())))
                .toList();
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                new ReleaseId(row.getString("release_id")),
                new Digest(row.getString("candidate")),
                row.getString("name"),
                Evidence.Kind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                new Digest(row.getString("digest")),
                row.getLong("size_in_bytes"),
                Map.of(),
                row.getString("attached_by"),
                row.getObject("attached_at", OffsetDateTime.class).toInstant());
    }

    private record Current(ReleaseId release, Digest candidate) {}
}
