package dev.slipway.advisory;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BoardRows {

    private final JdbcClient jdbc;

    BoardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Board board) {
        var values = List.<Object>of(
                board.name(),
                board.group().value(),
                board.chair().value(),
                board.quorum().toString(),
                board.key());
        var updated = jdbc.sql(
                        "update advisory_board set name = ?, group_id = ?, chair = ?, quorum = ? where board_key = ?")
                .params(values)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into advisory_board (name, group_id, chair, quorum, board_key) values (?, ?, ?, ?, ?)")
                    .params(values)
                    .update();
        }
    }

    Optional<Board> find(String key) {
        return jdbc.sql("select * from advisory_board where board_key = ?")
                .param(key)
                .query(BoardRows::board)
                .optional();
    }

    List<Board> all() {
        return jdbc.sql("select * from advisory_board order by board_key")
                .query(BoardRows::board)
                .list();
    }

    List<Board> ofGroups(Collection<GroupId> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from advisory_board where group_id in (:groups) order by board_key")
                .param("groups", groups.stream().map(GroupId::value).toList())
                .query(BoardRows::board)
                .list();
    }

    private static Board board(ResultSet row, int index) throws SQLException {
        return new Board(
                row.getString("board_key"),
                row.getString("name"),
                new GroupId(row.getString("group_id")),
                new PersonId(row.getString("chair")),
                Quorum.parse(row.getString("quorum")).orElseThrow());
    }
}
