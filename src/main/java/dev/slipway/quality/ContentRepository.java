package dev.slipway.quality;

import dev.slipway.content.Digest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps bytes under their digest, once, in pieces of 64 KiB. */
@Repository
public class ContentRepository {

    static final int PIECE = 64 * 1024;

    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    ContentRepository(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Waits for whoever is keeping the same; that is then enough. */
    public Digest keep(byte[] content) {
        var digest = digest(content);
        if (isKept(digest)) {
            return digest;
        }
        try {
            savepoint.executeWithoutResult(status -> insert(digest, content));
        } catch (DuplicateKeyException keptByAnother) {
            return digest;
        }
        return digest;
    }

    private boolean isKept(Digest digest) {
        return jdbc.sql("select count(*) from quality_content where digest = ?")
                        .param(digest.hex())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void insert(Digest digest, byte[] content) {
        jdbc.sql("insert into quality_content (digest, size_in_bytes) values (?, ?)")
                .params(digest.hex(), content.length)
                .update();
        for (int from = 0, place = 0; from < content.length; from += PIECE, place++) {
            jdbc.sql("insert into quality_chunk (digest, place, content) values (?, ?, ?)")
                    .params(
                            digest.hex(),
                            place,
                            Arrays.copyOfRange(content, from, Math.min(from + PIECE, content.length)))
                    .update();
        }
    }

    /** Reads piece by piece, never the whole at once. */
    public InputStream open(Digest digest) {
        var pieces = jdbc.sql("select count(*) from quality_chunk where digest = ?")
                .param(digest.hex())
                .query(Integer.class)
                .single();
        return new SequenceInputStream(new Pieces(pieces, place -> piece(digest, place)));
    }

    private InputStream piece(Digest digest, int place) {
        return jdbc.sql("select content from quality_chunk where digest = ? and place = ?")
                .params(digest.hex(), place)
                .query((row, number) -> (InputStream) new ByteArrayInputStream(row.getBytes(1)))
                .single();
    }

    private static Digest digest(byte[] content) {
        try {
            return new Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
