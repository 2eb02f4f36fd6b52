package dev.slipway.flow.policy;

import dev.slipway.flow.expression.TableCells;
import dev.slipway.flow.expression.TableLanguages;
import dev.slipway.flow.identity.Unrestricted;
import dev.slipway.flow.library.ModelLibrary;
import dev.slipway.policy.spi.Table;
import dev.slipway.policy.spi.TableLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every decision table that was ever deployed. */
@Component
class TableShelf implements TableLibrary {

    private static final Pattern NUMBER = Pattern.compile("(?:.* \\()?([0-9]{1,9})\\)?");
    private static final String ANYTHING = "-";

    private final RepositoryService repository;
    private final ModelLibrary library;
    private final Unrestricted unrestricted;
    private final TableLanguages languages;
    private final TableCells cells = new TableCells();
    private final Map<String, Table> read = new ConcurrentHashMap<>();
    private final Map<Place, Table> found = new ConcurrentHashMap<>();

    TableShelf(
            RepositoryService repository, ModelLibrary library, Unrestricted unrestricted, TableLanguages languages) {
        this.repository = repository;
        this.library = library;
        this.unrestricted = unrestricted;
        this.languages = languages;
    }

    @Override
    public List<Table> current() {
        return unrestricted.ask(() -> {
            var newest = library.newest();
            return newest == null
                    ? List.<Table>of()
                    : repository.createDecisionDefinitionQuery().deploymentId(newest.getId()).list().stream()
                            .map(this::table)
                            .sorted((one, other) -> one.key().compareTo(other.key()))
                            .toList();
        });
    }

    @Override
    public List<String> versions(String key) {
        return unrestricted.ask(() -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .orderByDecisionDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(ModelTables::version)
                .toList());
    }

    @Override
    public Optional<Table> find(String key, String version) {
        var place = new Place(key, version);
        var known = found.get(place);
        if (known != null) {
            return Optional.of(known);
        }
        var there = look(key, version);
        there.ifPresent(table -> found.put(place, table));
        return there;
    }

    private Optional<Table> look(String key, String version) {
        var number = NUMBER.matcher(version);
        return number.matches()
                ? unrestricted.ask(() -> Optional.ofNullable(repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(key)
                                .decisionDefinitionVersion(Integer.valueOf(number.group(1)))
                                .singleResult())
                        .map(this::table))
                : Optional.empty();
    }

    private Table table(DecisionDefinition definition) {
        return read.computeIfAbsent(
                definition.getId(),
                id -> TableText.of(
                        repository.getDmnModelInstance(id), definition.getKey(), ModelTables.version(definition)));
    }

    @Override
    public List<Near> nearly(Table table, Map<String, Object> facts) {
        try {
            return near(table, facts);
        } catch (FeelException notFeel) {
            return List.of();
        }
    }

    /** Only of conditions in FEEL; what is written otherwise is not taken apart. */
    private List<Near> near(Table table, Map<String, Object> facts) {
        var values = new ArrayList<@Nullable Object>();
        table.inputs().forEach(input -> values.add(cells.value(input.expression(), facts)));
        var near = new ArrayList<Near>();
        for (var rule : table.rules()) {
            var failed = failed(rule, values, facts);
            if (failed.size() == 1) {
                near.add(new Near(rule, failed.get(0)));
            }
        }
        return near;
    }

    private List<Integer> failed(Table.Rule rule, List<@Nullable Object> values, Map<String, Object> facts) {
        var failed = new ArrayList<Integer>();
        for (var input = 0; input < values.size() && failed.size() < 2; input++) {
            var test = rule.tests().get(input);
            if (!test.isEmpty() && !test.equals(ANYTHING) && !cells.holds(test, values.get(input), facts)) {
                failed.add(input);
            }
        }
        return failed;
    }

    @Override
    public Reading read(String key, String file, byte[] content) {
        var flaws = new ArrayList<Flaw>();
        library.tableFlaws(key, content)
                .forEach(flaw -> flaws.add(new Flaw(file, flaw.line(), flaw.element(), flaw.reason())));
        return flaws.isEmpty()
                ? new TableTrials(languages).read(key, file, content)
                : new Reading.Flawed(List.copyOf(flaws));
    }

    private record Place(String key, String version) {}
}
