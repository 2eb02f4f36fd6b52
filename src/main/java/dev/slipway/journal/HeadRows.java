package dev.slipway.journal;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The heads of all chains. Everybody locks them in the database's order of chains, so that nobody waits in a circle. */
@Repository
class HeadRows {

    static final RowMapper<Head> HEAD =
            (row, number) -> new Head(row.getString("chain"), row.getLong("number"), row.getString("hash"));

    private static final int REMEMBERED = 1_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    /** Where this node has left the chains that it wrote to last; others may have moved them since, and a rollback takes a move back. */
    private final Map<String, Head> left = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Head> eldest) {
            return size() > REMEMBERED;
        }
    });

    HeadRows(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    Optional<Head> find(String chain) {
        return jdbc.sql("select chain, number, hash from journal_chain where chain = ?")
                .param(chain)
                .query(HEAD)
                .optional();
    }

    /**
     * Locks the heads of these chains until the transaction ends, and makes those that are missing. Whoever has to make one while holding another could
     * meet somebody coming the other way; so several are only locked once all of them are there.
     */
    Map<String, Head> lock(SortedSet<String> chains) {
        var locked = chains.size() == 1 ? locked(chains) : Map.<String, Head>of();
        if (locked.size() == chains.size()) {
            return locked;
        }
        var missing = new HashSet<>(chains);
        if (chains.size() > 1) {
            missing.removeAll(existing(chains));
        }
        chains.stream().filter(missing::contains).forEach(this::create);
        return locked(chains);
    }

    /** Where this node has left the chain. */
    Optional<Head> left(String chain) {
        return Optional.ofNullable(left.get(chain));
    }

    /** Remembers where a head was left. */
    void leave(Head head) {
        left.put(head.chain(), head);
    }

    /** Moves heads on that are locked. */
    void advance(Collection<Head> heads) {
        heads.forEach(this::leave);
        template.batchUpdate(
                "update journal_chain set number = ?, hash = ?, changed = true where chain = ?",
                heads,
                heads.size(),
                (statement, head) -> {
                    statement.setLong(1, head.number());
                    statement.setString(2, head.hash());
                    statement.setString(3, head.chain());
                });
    }

    /** Returns heads that moved since they were last sealed, in the order in which they may be locked. */
    List<Head> changed(int limit) {
        return jdbc.sql("select chain, number, hash from journal_chain where changed = true order by chain fetch first "
                        + limit + " rows only")
                .query(HEAD)
                .list();
    }

    /** Marks heads as sealed, except those that have moved on meanwhile. */
    void settle(List<Head> heads) {
        template.batchUpdate(
                "update journal_chain set changed = false where chain = ? and number = ?",
                heads,
                heads.size(),
                (statement, head) -> {
                    statement.setString(1, head.chain());
                    statement.setLong(2, head.number());
                });
    }

    private List<String> existing(Collection<String> chains) {
        return jdbc.sql("select chain from journal_chain where chain in (:chains)")
                .param("chains", chains)
                .query(String.class)
                .list();
    }

    private Map<String, Head> locked(Collection<String> chains) {
        var heads = new HashMap<String, Head>();
        jdbc.sql("select chain, number, hash from journal_chain where chain in (:chains) order by chain for update")
                .param("chains", chains)
                .query(HEAD)
                .list()
                .forEach(head -> heads.put(head.chain(), head));
        return heads;
    }

    /** Somebody else may make the same head at this moment: then the insert waits for them and fails, and only the insert is taken back. */
    private void create(String chain) {
        template.execute((ConnectionCallback<Boolean>) connection -> {
            var savepoint = connection.setSavepoint();
            try {
                jdbc.sql("insert into journal_chain (chain, number, hash, changed) values (?, 0, ?, false)")
                        .params(chain, Hash.NONE)
                        .update();
                return true;
            } catch (DuplicateKeyException madeBySomebodyElse) {
                connection.rollback(savepoint);
                return false;
            }
        });
    }
}
