package dev.slipway.demo;

import dev.slipway.flow.Accounts;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the people of the demo sign in. */
@Component
@Profile("demo")
class DemoPeople {

    private static final Map<String, String> GROUPS = new TreeMap<>(Map.of(
            "release-managers", "Release managers",
            "developers", "Developers",
            "qa", "Quality assurance",
            "product-owners", "Product owners",
            "security", "Security",
            "operations", "Operations",
            "cab", "Change advisory board",
            "auditors", "Auditors",
            "camunda-admin", "Administrators"));

    private final Accounts accounts;

    DemoPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    void ensure() {
        GROUPS.forEach((id, name) -> accounts.ensureGroup(new GroupId(id), name));
        for (var person : DemoPerson.all()) {
            accounts.ensure(
                    new Person(new PersonId(person.id()), person.name(), person.email()),
                    person.id(),
                    person.groups().stream().map(GroupId::new).collect(Collectors.toSet()));
        }
    }
}
