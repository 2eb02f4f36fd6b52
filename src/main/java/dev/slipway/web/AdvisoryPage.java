package dev.slipway.web;

import dev.slipway.advisory.AdvisoryBoards;
import dev.slipway.advisory.AgendaItem;
import dev.slipway.advisory.Board;
import dev.slipway.advisory.Meeting;
import dev.slipway.identity.Person;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseFacts;
import dev.slipway.release.Releases;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The advisory boards: when each meets next and what about, and the minutes of what it has talked about. */
@Controller
class AdvisoryPage {

    private static final int PAST = 20;

    private final AdvisoryBoards boards;
    private final Releases releases;
    private final ReleaseFacts facts;

    AdvisoryPage(AdvisoryBoards boards, Releases releases, ReleaseFacts facts) {
        this.boards = boards;
        this.releases = releases;
        this.facts = facts;
    }

    @GetMapping("/advisory")
    String page(Model model) {
        model.addAttribute("sheets", boards.boards().stream().map(this::sheet).toList());
        return "advisory";
    }

    @GetMapping("/advisory/meetings/{id}")
    String meeting(@PathVariable String id, Model model) {
        var meeting = boards.meeting(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no meeting " + id));
        model.addAttribute("meeting", meeting);
        model.addAttribute("board", boards.board(meeting.board()).orElseThrow());
        return "minutes";
    }

    private Sheet sheet(Board board) {
        var members = boards.members(board);
        return new Sheet(
                board,
                members,
                board.quorum().of(members.size()),
                boards.planned(board.key()).stream().map(this::planned).toList(),
                boards.meetings(board.key(), null, PAST).stream()
                        .filter(meeting -> !meeting.isPlanned())
                        .toList(),
                boards.mayPlan(board),
                boards.mayLead(board));
    }

    private Planned planned(Meeting meeting) {
        return new Planned(
                meeting, boards.agenda(meeting.id()).stream().map(this::row).toList());
    }

    private Row row(AgendaItem item) {
        var release = releases.find(item.release()).orElseThrow();
        var candidate = releases.candidate(item.release());
        var known = facts.of(release, candidate);
        return new Row(
                item,
                release,
                String.valueOf(known.get("risk")),
                String.valueOf(known.get("changeType")),
                candidate.contents().commits().size());
    }

    /**
     * One board.
     *
     * @param needed how many members the quorum comes to
     * @param mayPlan whether whoever looks may plan its meetings
     * @param mayLead whether whoever looks chairs it
     */
    record Sheet(
            Board board,
            List<Person> members,
            int needed,
            List<Planned> planned,
            List<Meeting> past,
            boolean mayPlan,
            boolean mayLead) {}

    /** A meeting to come, with what it is to talk about. */
    record Planned(Meeting meeting, List<Row> rows) {}

    /** @param contents how many commits the release holds */
    record Row(AgendaItem item, Release release, String risk, String changeType, int contents) {}
}
