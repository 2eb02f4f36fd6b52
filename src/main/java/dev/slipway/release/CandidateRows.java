package dev.slipway.release;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.slipway.content.Artifact;
import dev.slipway.content.Contents;
import dev.slipway.content.Digest;
import dev.slipway.identity.Authors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.ConcurrentReferenceHashMap;

/** Every candidate of every release; written once, never changed. */
@Repository
class CandidateRows {

    private static final TypeReference<List<Artifact>> ARTIFACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    /** What a candidate holds can be long, is asked for at every step, and never changes; so it is read once while there is room for it. */
    private final Map<Stamp, Candidate> read = new ConcurrentReferenceHashMap<>();

    CandidateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Candidate candidate) {
        jdbc.sql("""
                        insert into release_candidate (release, number, digest, revision, contents, artifacts, authors, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        candidate.release().value(),
                        candidate.number(),
                        candidate.digest().hex(),
                        candidate.contents().commit(),
                        StoredJson.write(candidate.contents()),
                        StoredJson.write(candidate.artifacts()),
                        StoredJson.write(candidate.authors()),
                        candidate.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Candidate current(ReleaseId release) {
        var stamp = jdbc.sql("select number, digest, made_at from release_candidate where release = ?"
                        + " order by number desc fetch first 1 row only")
                .param(release.value())
                .query((row, index) -> new Stamp(
                        release,
                        row.getInt("number"),
                        row.getString("digest"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("there is no release " + release));
        var known = read.get(stamp);
        if (known != null) {
            return known;
        }
        var candidate = read(release, stamp.number());
        read.put(stamp, candidate);
        return candidate;
    }

    private Candidate read(ReleaseId release, int number) {
        return jdbc.sql("select * from release_candidate where release = ? and number = ?")
                .params(release.value(), number)
                .query(CandidateRows::candidate)
                .single();
    }

    List<Candidate> all(ReleaseId release) {
        return jdbc.sql("select * from release_candidate where release = ? order by number")
                .param(release.value())
                .query(CandidateRows::candidate)
                .list();
    }

    private static Candidate candidate(ResultSet row, int index) throws SQLException {
        return new Candidate(
                new ReleaseId(row.getString("release")),
                row.getInt("number"),
                new Digest(row.getString("digest")),
                StoredJson.read(row.getString("contents"), Contents.class),
                StoredJson.read(row.getString("artifacts"), ARTIFACTS),
                StoredJson.read(row.getString("authors"), Authors.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    /** Tells a candidate from every other, also from one of the same number whose transaction was rolled back. */
    private record Stamp(ReleaseId release, int number, String digest, Instant madeAt) {}
}
