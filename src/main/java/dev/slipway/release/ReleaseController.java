package dev.slipway.release;

import dev.slipway.catalog.ProductKey;
import dev.slipway.release.spi.Foresight;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

@RestController
@RequestMapping("/api/releases")
@Tag(name = "Releases", description = "Open releases, follow them and change them.")
class ReleaseController {

    private final Releases releases;
    private final List<Foresight> foresights;

    ReleaseController(Releases releases, List<Foresight> foresights) {
        this.releases = releases;
        this.foresights = foresights;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Opens a release and starts its flow. Sent again with the same Idempotency-Key, or with the same product, version and commit, it answers 200 with the release that there is.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ReleaseRequest.class))))
    ResponseEntity<Object> open(
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody(required = false) @Nullable String body) {
        var read = StrictJson.read(body, ReleaseRequest.class);
        var request = read.value();
        if (request == null) {
            return ReleaseProblems.unreadable(read.flaws());
        }
        var unreadable = new ArrayList<>(read.flaws());
        var plan = request.plan(unreadable);
        if (!unreadable.isEmpty()) {
            return ReleaseProblems.refused(together(unreadable, releases.flaws(plan)));
        }
        var opening = releases.open(plan, key.strip(), request.asking());
        if (opening instanceof Opening.Opened opened) {
            var id = UriUtils.encodePathSegment(opened.release().id().value(), StandardCharsets.UTF_8);
            return ResponseEntity.created(URI.create("/api/releases/" + id)).body(opened(opened.release()));
        }
        if (opening instanceof Opening.Existing existing) {
            return ResponseEntity.ok(opened(existing.release()));
        }
        return ReleaseProblems.refused(((Opening.Refused) opening).flaws());
    }

    private OpenedView opened(Release release) {
        return new OpenedView(
                ReleaseView.of(release),
                foresights.stream()
                        .flatMap(foresight -> foresight.warnings(release.id()).stream())
                        .toList());
    }

    @GetMapping
    @Operation(
            summary = "Lists releases, newest first; next is what to give as before to read on, and null at the end.")
    ResponseEntity<Object> list(
            @RequestParam(defaultValue = "") Set<String> state,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "50") int limit) {
        var states = EnumSet.noneOf(State.class);
        for (var name : state) {
            var known = Arrays.stream(State.values())
                    .filter(each -> ReleaseView.name(each).equalsIgnoreCase(name.strip()))
                    .findFirst();
            if (known.isEmpty()) {
                return ReleaseProblems.unreadable(List.of(new Flaw(
                        "state",
                        "There is no state " + name + ". Give one of "
                                + Arrays.stream(State.values())
                                        .map(ReleaseView::name)
                                        .collect(Collectors.joining(", "))
                                + ".")));
            }
            states.add(known.get());
        }
        var size = Math.max(1, Math.min(limit, ReleasePages.MAX_LIMIT));
        var page = releases.page(new ReleaseQuery(
                states,
                product.isBlank() ? null : new ProductKey(product),
                text,
                before.isBlank() ? null : new ReleaseId(before),
                size));
        var next = page.size() < size ? null : page.get(size - 1).id().value();
        return ResponseEntity.ok(new Page(page.stream().map(ReleaseView::of).toList(), next));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a release as it stands now.")
    ResponseEntity<Object> show(@PathVariable String id) {
        var release = new ReleaseId(id);
        return releases.find(release)
                .map(found -> ResponseEntity.<Object>ok(ReleaseView.of(found)))
                .orElseGet(() -> ReleaseProblems.unknown(release));
    }

    @GetMapping("/{id}/plan")
    @Operation(summary = "Shows every version of a release's plan, oldest first; the last is in force.")
    ResponseEntity<Object> plan(@PathVariable String id) {
        var release = new ReleaseId(id);
        return known(
                release,
                () -> releases.planVersions(release).stream().map(PlanView::of).toList());
    }

    @GetMapping("/{id}/candidates")
    @Operation(
            summary = "Shows every candidate of a release with its contents, oldest first; the last is decided about.")
    ResponseEntity<Object> candidates(@PathVariable String id) {
        var release = new ReleaseId(id);
        return known(
                release,
                () -> releases.candidates(release).stream()
                        .map(CandidateView::of)
                        .toList());
    }

    private static ResponseEntity<Object> known(ReleaseId release, Supplier<List<?>> read) {
        var rows = read.get();
        return rows.isEmpty() ? ReleaseProblems.unknown(release) : ResponseEntity.ok(rows);
    }

    /** What cannot be read, and what is wrong elsewhere; nothing twice. */
    private static List<Flaw> together(List<Flaw> unreadable, List<Flaw> wrong) {
        var fields = unreadable.stream().map(flaw -> root(flaw.field())).collect(Collectors.toSet());
        var all = new ArrayList<>(unreadable);
        wrong.stream().filter(flaw -> !fields.contains(root(flaw.field()))).forEach(all::add);
        return all;
    }

    private static String root(String field) {
        return field.split("[.\\[]", 2)[0];
    }

    /** One page of releases. */
    record Page(List<ReleaseView> releases, @Nullable String next) {}
}
