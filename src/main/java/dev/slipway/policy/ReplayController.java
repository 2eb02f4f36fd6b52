package dev.slipway.policy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policies/{table}/replays")
@Tag(name = "Policies")
class ReplayController {

    private static final int MOST = 1_000;

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    @PostMapping(consumes = {"application/xml", "text/xml", "application/octet-stream"})
    @Operation(
            summary =
                    "Begins to hold a changed table, sent as a DMN document, against every past decision of that table; it changes nothing.")
    ResponseEntity<Object> start(
            @PathVariable String table, @RequestParam(defaultValue = "") String file, HttpServletRequest request)
            throws IOException {
        var name = file.isBlank() ? table + ".dmn" : file.strip();
        var answer = replays.start(table, name, read(request.getInputStream()));
        return answer instanceof Replaying.Started started
                ? ResponseEntity.accepted()
                        .location(URI.create("/api/policies/" + table + "/replays/"
                                + started.replay().id()))
                        .body(ReplayView.of(started.replay()))
                : PolicyProblems.refused(answer);
    }

    @GetMapping
    @Operation(summary = "Lists the newest replays of a table on this node.")
    List<ReplayView> list(@PathVariable String table) {
        return replays.of(table).stream().map(ReplayView::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows how far a replay has come, and what it counts.")
    ResponseEntity<Object> show(@PathVariable String table, @PathVariable String id) {
        return find(table, id)
                .map(replay -> ResponseEntity.<Object>ok(ReplayView.of(replay)))
                .orElseGet(() -> PolicyProblems.unknownReplay(id));
    }

    @GetMapping("/{id}/decisions")
    @Operation(
            summary =
                    "Lists past decisions that would be others, oldest first, and how those releases really ended; next is what to give as after, and 0 at the end.")
    ResponseEntity<Object> decisions(
            @PathVariable String table,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String difference,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        var only = difference(difference);
        if (only.isEmpty() && !difference.isBlank()) {
            return PolicyProblems.wrongDifference(difference);
        }
        var size = Math.max(1, Math.min(limit, MOST));
        return find(table, id)
                .map(replay ->
                        ResponseEntity.<Object>ok(page(replays.changed(replay, only.orElse(null), after, size), size)))
                .orElseGet(() -> PolicyProblems.unknownReplay(id));
    }

    /** One byte more than is taken, so that what is too large is seen as that and nobody reads it all. */
    private byte[] read(InputStream body) throws IOException {
        return body.readNBytes(Math.toIntExact(replays.largest() + 1));
    }

    private Optional<Replay> find(String table, String id) {
        return replays.find(id).filter(replay -> replay.table().equals(table));
    }

    private static Page page(List<Changed> changed, int size) {
        return new Page(
                changed, changed.size() < size ? 0 : changed.get(size - 1).id());
    }

    private static Optional<Difference> difference(String word) {
        return Arrays.stream(Difference.values())
                .filter(known -> known != Difference.SAME && word(known).equals(word.strip()))
                .findFirst();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A replay as it is shown over HTTP. */
    record ReplayView(
            String id,
            String table,
            String file,
            String digest,
            String by,
            Instant startedAt,
            @Nullable Instant endedAt,
            String stage,
            String reason,
            long decisions,
            long done,
            int asked,
            Map<String, Long> counts) {

        static ReplayView of(Replay replay) {
            return new ReplayView(
                    replay.id(),
                    replay.table(),
                    replay.file(),
                    replay.digest(),
                    replay.by().toString(),
                    replay.startedAt(),
                    replay.endedAt(),
                    word(replay.stage()),
                    replay.reason(),
                    replay.decisions(),
                    replay.done(),
                    replay.distinct(),
                    replay.counts().entrySet().stream()
                            .collect(Collectors.toMap(count -> word(count.getKey()), Map.Entry::getValue)));
        }
    }

    /** One page of decisions that would be others. */
    record Page(List<Changed> decisions, long next) {}
}
