package dev.slipway.policy;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.policy.spi.Table;
import dev.slipway.policy.spi.TableLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start, and to whoever looks at the policies, which groups the approval rules in force name and are not there: an approval stops where it asks for one. */
@Component
public class MissingGroups {

    private static final Logger LOG = LoggerFactory.getLogger(MissingGroups.class);
    private static final List<String> NAMING = List.of("role", "escalateTo");
    private static final Pattern LITERAL = Pattern.compile("\\s*\"([^\"]+)\"\\s*");

    private final TableLibrary tables;
    private final People people;

    MissingGroups(TableLibrary tables, People people) {
        this.tables = tables;
        this.people = people;
    }

    /** Each group that is missing, with the rules that name it; in alphabetical order. */
    public List<Missing> now() {
        var rules = new TreeMap<String, List<String>>();
        tables.current().stream()
                .filter(table -> table.key().equals(ApprovalQuestion.TABLE))
                .forEach(table -> table.rules()
                        .forEach(rule -> named(table, rule)
                                .forEach(group -> rules.computeIfAbsent(group, name -> new ArrayList<>())
                                        .add(rule.name()))));
        return rules.entrySet().stream()
                .filter(named -> !named.getKey().equals(RoleRule.STAKEHOLDERS.value()))
                .filter(named -> !people.exists(new GroupId(named.getKey())))
                .map(named -> new Missing(named.getKey(), List.copyOf(named.getValue())))
                .toList();
    }

    private static List<String> named(Table table, Table.Rule rule) {
        return IntStream.range(0, table.outputs().size())
                .filter(column -> NAMING.contains(table.outputs().get(column).name()))
                .mapToObj(column -> LITERAL.matcher(rule.answers().get(column)))
                .filter(literal -> literal.matches())
                .map(literal -> literal.group(1))
                .distinct()
                .toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        now().forEach(missing -> LOG.warn(
                "SLIP-POLICY-20: approval-rules asks for the group {}, which is not there ({}); approvals stop there until somebody makes it",
                missing.group(),
                String.join(", ", missing.rules())));
    }

    /** @param rules those that name it */
    public record Missing(String group, List<String> rules) {}
}
