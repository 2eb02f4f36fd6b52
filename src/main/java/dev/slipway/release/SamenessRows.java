package dev.slipway.release;

import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Digest;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what was asked for, so that asking again leads to the same release. */
@Repository
class SamenessRows {

    private final JdbcClient jdbc;

    SamenessRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Asked> asked(String key) {
        return jdbc.sql("select fingerprint, release from release_key where name = ?")
                .param(key)
                .query((row, index) ->
                        new Asked(new Digest(row.getString("fingerprint")), new ReleaseId(row.getString("release"))))
                .optional();
    }

    void remember(String key, Digest fingerprint, ReleaseId release) {
        jdbc.sql("insert into release_key (name, fingerprint, release) values (?, ?, ?)")
                .params(key, fingerprint.hex(), release.value())
                .update();
    }

    /** The release of this product, version and commit that is pending or released. */
    Optional<ReleaseId> live(ProductKey product, String version, String commit) {
        return jdbc.sql("select release from release_live where product = ? and version = ? and revision = ?")
                .params(product.value(), version, commit)
                .query(String.class)
                .optional()
                .map(ReleaseId::new);
    }

    /** @throws DuplicateKeyException if another release is the one */
    void live(ReleaseId release, ProductKey product, String version, String commit) {
        jdbc.sql("insert into release_live (product, version, revision, release) values (?, ?, ?, ?)")
                .params(product.value(), version, commit, release.value())
                .update();
    }

    void over(ReleaseId release) {
        jdbc.sql("delete from release_live where release = ?")
                .param(release.value())
                .update();
    }

    /** What a key was used for, and what it led to. */
    record Asked(Digest fingerprint, ReleaseId release) {}
}
