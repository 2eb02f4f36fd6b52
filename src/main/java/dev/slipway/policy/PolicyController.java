package dev.slipway.policy;

import dev.slipway.policy.spi.Table;
import dev.slipway.policy.spi.TableLibrary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(
        name = "Policies",
        description = "Decision tables, what they decided and why, and what a changed one would decide.")
class PolicyController {

    private static final int MOST = 200;

    private final TableLibrary tables;
    private final Explanations explanations;

    PolicyController(TableLibrary tables, Explanations explanations) {
        this.tables = tables;
        this.explanations = explanations;
    }

    @GetMapping("/api/policies")
    @Operation(summary = "Lists the decision tables that new releases follow.")
    List<TableView> list() {
        return tables.current().stream()
                .map(table -> new TableView(table.key(), table.name(), table.description(), table.version()))
                .toList();
    }

    @GetMapping("/api/policies/{table}")
    @Operation(summary = "Shows a decision table with its rules, and all its versions.")
    ResponseEntity<Object> show(@PathVariable String table) {
        return tables.current().stream()
                .filter(known -> known.key().equals(table))
                .findFirst()
                .map(known -> ResponseEntity.<Object>ok(new WholeTable(known, tables.versions(table))))
                .orElseGet(() -> PolicyProblems.unknownTable(table));
    }

    @GetMapping("/api/policies/{table}/decisions")
    @Operation(
            summary =
                    "Lists what a table decided and why, newest first; next is what to give as before to read on, and 0 at the end.")
    ResponseEntity<Object> decisions(
            @PathVariable String table,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "50") int limit) {
        if (tables.versions(table).isEmpty()) {
            return PolicyProblems.unknownTable(table);
        }
        var size = Math.max(1, Math.min(limit, MOST));
        var page = explanations.newest(table, before, size);
        return ResponseEntity.ok(new Page(
                page.stream()
                        .map(numbered -> DecisionView.of(numbered.explanation()))
                        .toList(),
                page.size() < size ? 0 : page.get(size - 1).id()));
    }

    @GetMapping("/api/releases/{id}/decisions")
    @Operation(summary = "Lists everything that tables decided about a release and why, oldest first.")
    List<DecisionView> ofRelease(@PathVariable String id) {
        return explanations.of(id).stream().map(DecisionView::of).toList();
    }

    /** A table as it is listed. */
    record TableView(String key, String name, String description, String version) {}

    /** A table with everything in it. */
    record WholeTable(Table table, List<String> versions) {}

    /** One page of decisions. */
    record Page(List<DecisionView> decisions, long next) {}
}
