package dev.slipway.advisory;

import dev.slipway.approval.ApprovalId;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Flaw;
import dev.slipway.release.FlawProblems;
import dev.slipway.release.ReleaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Advisory boards", description = "When boards meet, what about, and what came of it.")
class AdvisoryController {

    private static final int PAGE = 20;

    private final AdvisoryBoards boards;

    AdvisoryController(AdvisoryBoards boards) {
        this.boards = boards;
    }

    @GetMapping("/boards")
    @Operation(summary = "Lists the advisory boards.")
    List<MeetingViews.BoardView> list() {
        return boards.boards().stream()
                .map(board -> MeetingViews.board(board, boards.members(board)))
                .toList();
    }

    @PutMapping("/boards/{key}")
    @Operation(summary = "Makes an advisory board or changes it; for those who may change the catalogue.")
    ResponseEntity<Object> describe(@PathVariable String key, @RequestBody BoardRequest request) {
        return answer(boards.describe(
                key, text(request.name()), text(request.group()), text(request.chair()), text(request.quorum())));
    }

    @GetMapping("/boards/{key}/meetings")
    @Operation(
            summary =
                    "Lists a board's meetings, the one that was planned last first; next is what to give as before to read on, and null at the end.")
    ResponseEntity<Object> meetings(@PathVariable String key, @RequestParam(required = false) @Nullable String before) {
        if (boards.board(key).isEmpty()) {
            return unknown("There is no board " + key + ".");
        }
        var page = boards.meetings(key, before, PAGE);
        var next = page.size() < PAGE ? null : page.get(page.size() - 1).id();
        return ResponseEntity.ok(new Page(page.stream().map(this::view).toList(), next));
    }

    @PostMapping("/boards/{key}/meetings")
    @Operation(summary = "Plans a meeting; whatever awaits the board's votes comes on its agenda.")
    ResponseEntity<Object> plan(@PathVariable String key, @RequestBody MeetingRequest request) {
        var advising = boards.plan(key, text(request.start()), text(request.zone()), text(request.place()));
        return advising instanceof Advising.Done done
                ? ResponseEntity.created(
                                URI.create("/api/meetings/" + done.meeting().id()))
                        .body(view(done.meeting()))
                : answer(advising);
    }

    @GetMapping("/meetings/{id}")
    @Operation(summary = "Shows a meeting with its agenda, the votes so far and, once it is held, its minutes.")
    ResponseEntity<Object> meeting(@PathVariable String id) {
        return boards.meeting(id)
                .map(meeting -> ResponseEntity.<Object>ok(view(meeting)))
                .orElseGet(() -> unknown("There is no meeting " + id + "."));
    }

    @PutMapping("/meetings/{id}/time")
    @Operation(summary = "Moves a planned meeting to another time or place.")
    ResponseEntity<Object> move(@PathVariable String id, @RequestBody MeetingRequest request) {
        return answer(boards.move(id, text(request.start()), text(request.zone()), text(request.place())));
    }

    @PostMapping("/meetings/{id}/cancel")
    @Operation(summary = "Calls a meeting off, with a reason; what was on its agenda moves to the next one.")
    ResponseEntity<Object> cancel(@PathVariable String id, @RequestBody ReasonRequest request) {
        return answer(boards.cancel(id, text(request.reason())));
    }

    @PostMapping("/meetings/{id}/items")
    @Operation(summary = "Puts a release that awaits the board's votes on the agenda.")
    ResponseEntity<Object> add(@PathVariable String id, @RequestBody ItemRequest request) {
        return answer(boards.add(id, new ReleaseId(text(request.release()))));
    }

    @PostMapping("/meetings/{id}/items/{approval}/defer")
    @Operation(summary = "Puts an item off to the next meeting, with a reason.")
    ResponseEntity<Object> defer(
            @PathVariable String id, @PathVariable String approval, @RequestBody ReasonRequest request) {
        return answer(boards.defer(id, new ApprovalId(approval), text(request.reason())));
    }

    @PutMapping("/meetings/{id}/attendance")
    @Operation(summary = "Says which members attend.")
    ResponseEntity<Object> attend(@PathVariable String id, @RequestBody AttendanceRequest request) {
        var people = Objects.requireNonNullElse(request.people(), List.<@Nullable String>of()).stream()
                .map(person -> new PersonId(text(person)))
                .collect(Collectors.toSet());
        return answer(boards.attend(id, people));
    }

    @PutMapping("/meetings/{id}/minutes")
    @Operation(summary = "Publishes the minutes, which closes the meeting for good; the votes say what was decided.")
    ResponseEntity<Object> publish(@PathVariable String id, @RequestBody MinutesRequest request) {
        return answer(boards.publish(id, text(request.minutes())));
    }

    private MeetingViews.MeetingView view(Meeting meeting) {
        return MeetingViews.meeting(meeting, boards.agenda(meeting.id()));
    }

    private ResponseEntity<Object> answer(Advising advising) {
        if (advising instanceof Advising.Described described) {
            return ResponseEntity.ok(MeetingViews.board(described.board(), boards.members(described.board())));
        }
        if (advising instanceof Advising.Done done) {
            return ResponseEntity.ok(view(done.meeting()));
        }
        return advising instanceof Advising.Unknown unknown
                ? unknown(unknown.what())
                : refused(((Advising.Refused) advising).flaws());
    }

    private static ResponseEntity<Object> unknown(String what) {
        return problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", what, List.of());
    }

    private static ResponseEntity<Object> refused(List<Flaw> flaws) {
        var detail = flaws.size() == 1 ? flaws.get(0).reason() : "Correct what is named in flaws.";
        return switch (flaws.get(0).field()) {
            case Flaw.ACTOR -> problem(HttpStatus.FORBIDDEN, "forbidden", "You may not do this", detail, flaws);
            case Flaw.STATE ->
                problem(HttpStatus.CONFLICT, "meeting-state", "The meeting does not stand so", detail, flaws);
            default ->
                problem(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "invalid-request",
                        "The request cannot be carried out",
                        detail,
                        flaws);
        };
    }

    private static ResponseEntity<Object> problem(
            HttpStatus status, String code, String title, String detail, List<Flaw> flaws) {
        var problem = FlawProblems.problem(status, code, title, detail);
        if (!flaws.isEmpty()) {
            problem.setProperty("flaws", flaws);
        }
        return ResponseEntity.of(problem).build();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** One page of meetings. */
    record Page(
            List<MeetingViews.MeetingView> meetings,
            @Nullable String next) {}

    /** @param quorum a number of members, or a share of them such as {@code 50 %} */
    record BoardRequest(
            @Nullable String name,
            @Nullable String group,
            @Nullable String chair,
            @Nullable String quorum) {}

    /**
     * When and where.
     *
     * @param start the local time there: {@code 2026-12-01T14:00}
     * @param zone the zone it is meant in: {@code Europe/Berlin}
     */
    record MeetingRequest(
            @Nullable String start,
            @Nullable String zone,
            @Nullable String place) {}

    record ReasonRequest(@Nullable String reason) {}

    record ItemRequest(@Nullable String release) {}

    record AttendanceRequest(@Nullable List<@Nullable String> people) {}

    record MinutesRequest(@Nullable String minutes) {}
}
