package dev.slipway.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.SourceDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/contexts")
@Tag(name = "Contexts", description = "Variables, files and hooks that hold where they are attached, and secrets.")
class ContextController {

    private static final int PAGE = 200;

    private final Contexts contexts;
    private final Secrets secrets;
    private final Catalog catalog;
    private final Permission permission;

    ContextController(Contexts contexts, Secrets secrets, Catalog catalog, Permission permission) {
        this.contexts = contexts;
        this.secrets = secrets;
        this.catalog = catalog;
        this.permission = permission;
    }

    @GetMapping
    @Operation(summary = "Lists the contexts that hold now, by key, those after the given one, at most 200.")
    List<Map<String, Object>> list(@RequestParam(defaultValue = "") String after) {
        return contexts.all().stream()
                .filter(context -> context.key().compareTo(after) > 0)
                .limit(PAGE)
                .map(this::view)
                .toList();
    }

    @GetMapping("/{key}")
    @Operation(summary = "Shows one context; of its secrets only whether they have a value, since when, and by whom.")
    ResponseEntity<Object> show(@PathVariable String key) {
        return contexts.find(key)
                .<ResponseEntity<Object>>map(context -> ResponseEntity.ok(view(context)))
                .orElseGet(() -> unknown(key));
    }

    @PutMapping("/{key}")
    @Operation(
            summary = "Describes a context with the fields of its document in the catalogue, replacing what it said.")
    ResponseEntity<Object> describe(@PathVariable String key, @RequestBody ObjectNode fields) {
        if (!permission.given()) {
            return ContextProblems.refused(List.of(Permission.REFUSAL));
        }
        fields.put("apiVersion", "slipway/v1").put("kind", "Context").put("key", key);
        var applying = catalog.apply(List.of(new SourceDocument(key, fields.toPrettyString())));
        if (applying instanceof Applying.Refused refused) {
            return ContextProblems.refused(refused.problems().stream()
                    .map(problem -> new Flaw("line " + problem.line(), problem.reason()))
                    .toList());
        }
        return show(key);
    }

    @DeleteMapping("/{key}")
    @Operation(
            summary =
                    "Lets a context hold no longer, with a reason; earlier deployments keep what they were made with.")
    ResponseEntity<Object> drop(@PathVariable String key, @RequestParam(defaultValue = "") String reason) {
        return contexts.drop(key, reason) instanceof Keeping.Refused refused
                ? ContextProblems.refused(refused.flaws())
                : ResponseEntity.noContent().build();
    }

    @GetMapping("/{key}/revisions")
    @Operation(summary = "Lists what a context has said, newest first, at most 200 revisions.")
    List<RevisionView> revisions(@PathVariable String key) {
        return contexts.past(key).stream()
                .map(past -> new RevisionView(
                        past.revision(),
                        past.at(),
                        past.by(),
                        past.context().map(ContextText::fields).orElse(null)))
                .toList();
    }

    @GetMapping("/resolved")
    @Operation(summary = "Answers what holds for a component in an environment, and why each thing is as it is.")
    ResponseEntity<Object> resolved(@RequestParam String component, @RequestParam String environment) {
        if (!component.matches("[^/]+/[^/]+")) {
            return ContextProblems.refused(List.of(new Flaw("component", "Write the component as product/name.")));
        }
        var resolution = contexts.resolve(ComponentKey.parse(component), new EnvironmentKey(environment));
        return ResponseEntity.ok(new ResolvedView(resolution.digest(), resolution.snapshot(), resolution.reasons()));
    }

    @GetMapping("/snapshots/{digest}")
    @Operation(
            summary = "Shows with what a deployment was made, by the digest that it notes; secrets by their versions.")
    ResponseEntity<Object> snapshot(@PathVariable String digest) {
        return contexts.kept(digest)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> ContextProblems.missing("Nothing is kept by the digest " + digest + "."));
    }

    private Map<String, Object> view(Context context) {
        var view = new LinkedHashMap<>(ContextText.fields(context));
        view.put("secrets", secrets.states(context).stream().map(SecretView::of).toList());
        return view;
    }

    private static ResponseEntity<Object> unknown(String key) {
        return ContextProblems.missing("There is no context " + key + ". GET /api/contexts lists them.");
    }

    /** @param context null where it was dropped */
    record RevisionView(
            int revision, Instant at, String by, @Nullable Map<String, Object> context) {}

    /** What holds in one place. */
    record ResolvedView(String digest, Snapshot values, List<Resolution.Reason> reasons) {}

    /** @param version null where it has no value */
    record SecretView(
            String name,
            @Nullable Integer version,
            @Nullable Instant writtenAt,
            @Nullable String writtenBy) {

        static SecretView of(Secrets.State state) {
            return state.version() == 0
                    ? new SecretView(state.name(), null, null, null)
                    : new SecretView(state.name(), state.version(), state.at(), state.by());
        }
    }
}
