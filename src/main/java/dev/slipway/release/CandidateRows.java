package dev.slipway.release;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.slipway.content.Artifact;
import dev.slipway.content.Contents;
import dev.slipway.content.Digest;
import dev.slipway.identity.Authors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every candidate of every release; written once, never changed. */
@Repository
class CandidateRows {

    private static final TypeReference<List<Artifact>> ARTIFACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ReleaseRows releases;

    /** What a candidate holds can be long, and is asked for at every step. */
    private final WrittenOnce<Candidate> known = new WrittenOnce<>();

    CandidateRows(JdbcClient jdbc, ReleaseRows releases) {
        this.jdbc = jdbc;
        this.releases = releases;
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
        known.written(candidate.release(), candidate.number(), candidate);
    }

    /** The one that the release says is its current one. */
    Candidate of(Release release) {
        return known.get(release.id(), release.candidate(), () -> read(release.id(), release.candidate()));
    }

    Candidate current(ReleaseId release) {
        return of(
                releases.find(release).orElseThrow(() -> new NoSuchElementException("there is no release " + release)));
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
}
