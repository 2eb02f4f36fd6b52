package dev.slipway.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All seals, the heads they cover, and the public keys they were signed with. */
@Repository
class SealRows {

    private static final RowMapper<Seal> SEAL = (row, index) -> new Seal(
            row.getLong("number"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getInt("heads"),
            row.getString("root"),
            row.getString("previous"),
            row.getString("hash"),
            row.getString("fingerprint"),
            row.getString("signature"));

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    SealRows(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** Keeps every other node from sealing until the transaction ends. */
    Seal.Last lock() {
        return last("select number, hash from journal_sealer where id = 1 for update");
    }

    Seal.Last last() {
        return last("select number, hash from journal_sealer where id = 1");
    }

    void insert(Seal seal, List<Head> heads) {
        jdbc.sql("insert into journal_seal (number, at, heads, root, previous, hash, fingerprint, signature)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        seal.number(),
                        seal.at().atOffset(ZoneOffset.UTC),
                        seal.heads(),
                        seal.root(),
                        seal.previous(),
                        seal.hash(),
                        seal.fingerprint(),
                        seal.signature())
                .update();
        template.batchUpdate(
                "insert into journal_sealed_head (seal, chain, number, hash) values (?, ?, ?, ?)",
                heads,
                heads.size(),
                (statement, head) -> {
                    statement.setLong(1, seal.number());
                    statement.setString(2, head.chain());
                    statement.setLong(3, head.number());
                    statement.setString(4, head.hash());
                });
        jdbc.sql("update journal_sealer set number = ?, hash = ? where id = 1")
                .params(seal.number(), seal.hash())
                .update();
    }

    List<Seal> after(long number, int limit) {
        return jdbc.sql("select number, at, heads, root, previous, hash, fingerprint, signature from journal_seal"
                        + " where number > ? order by number fetch first " + limit + " rows only")
                .param(number)
                .query(SEAL)
                .list();
    }

    List<Head> heads(long seal) {
        return jdbc.sql("select chain, number, hash from journal_sealed_head where seal = ?")
                .param(seal)
                .query(HeadRows.HEAD)
                .list();
    }

    /** Returns a head of this seal that the journal no longer has as it was. */
    Optional<Head> lostHead(long seal) {
        return jdbc.sql("select s.chain, s.number, s.hash from journal_sealed_head s"
                        + " left join journal_entry e on e.chain = s.chain and e.number = s.number and e.hash = s.hash"
                        + " where s.seal = ? and e.chain is null order by s.chain fetch first 1 rows only")
                .param(seal)
                .query(HeadRows.HEAD)
                .optional();
    }

    /** Returns the hashes that were sealed for this part of a chain, by number. */
    Map<Long, String> sealed(String chain, long after, long through) {
        var hashes = new HashMap<Long, String>();
        jdbc.sql("select chain, number, hash from journal_sealed_head where chain = ? and number > ? and number <= ?")
                .params(chain, after, through)
                .query(HeadRows.HEAD)
                .list()
                .forEach(head -> hashes.put(head.number(), head.hash()));
        return hashes;
    }

    /** Returns the number of the newest sealed entry of a chain, 0 where none is. */
    long newest(String chain) {
        return jdbc.sql("select coalesce(max(number), 0) from journal_sealed_head where chain = ?")
                .param(chain)
                .query(Long.class)
                .single();
    }

    /** The same for several chains; those that never were sealed are left out. */
    Map<String, Long> newest(Collection<String> chains) {
        var newest = new HashMap<String, Long>();
        if (!chains.isEmpty()) {
            jdbc.sql("select chain, max(number) from journal_sealed_head where chain in (:chains) group by chain")
                    .param("chains", chains)
                    .query(row -> {
                        newest.put(row.getString(1), row.getLong(2));
                    });
        }
        return newest;
    }

    Optional<String> publicKey(String fingerprint) {
        return jdbc.sql("select public_key from journal_key where fingerprint = ?")
                .param(fingerprint)
                .query(String.class)
                .optional();
    }

    void insertKey(SealingKey key, Instant since) {
        jdbc.sql("insert into journal_key (fingerprint, public_key, since) values (?, ?, ?)")
                .params(key.fingerprint(), key.publicKey(), Hash.micros(since).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Seal.Last last(String query) {
        return jdbc.sql(query)
                .query((row, index) -> new Seal.Last(row.getLong("number"), row.getString("hash")))
                .single();
    }
}
