package dev.slipway.flow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.flow.TestEngine;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;

class CamundaDirectoryTests {

    private static final PersonId ADA = new PersonId("ada");
    private static final GroupId QA = new GroupId("qa");

    @EveryDatabase
    void findsPeopleByIdAndByEmailWithoutCase(Database database) {
        var engine = withAda(database);
        var directory = TestIdentity.directory(engine);
        var ada = new Person(ADA, "Ada Lovelace", "Ada@Example.org");

        assertThat(directory.find(ADA)).contains(ada);
        assertThat(directory.withEmail("aDA@example.ORG")).contains(ada);
        assertThat(directory.find(new PersonId("bob"))).isEqualTo(Optional.empty());
        assertThat(directory.withEmail("bob@example.org")).isEmpty();
        engine.close();
    }

    @EveryDatabase
    void readsGroupsFresh(Database database) {
        var engine = withAda(database);
        var directory = TestIdentity.directory(engine);
        assertThat(directory.groupsOf(ADA)).isEmpty();
        assertThat(directory.existing(Set.of(QA, new GroupId("nobody")))).containsExactly(QA);

        engine.getIdentityService().createMembership("ada", "qa");
        assertThat(directory.groupsOf(ADA)).containsExactly(QA);
        assertThat(directory.membersOf(QA)).extracting(Person::id).containsExactly(ADA);

        engine.getIdentityService().deleteMembership("ada", "qa");
        assertThat(directory.groupsOf(ADA)).isEmpty();
        engine.close();
    }

    @EveryDatabase
    void acceptsTheRightPasswordAndLocksAfterManyWrongOnes(Database database) {
        var engine = withAda(database);
        var directory = TestIdentity.directory(engine);
        assertThat(directory.accepts(ADA, "right")).isTrue();
        assertThat(directory.accepts(new PersonId("nobody"), "right")).isFalse();
        for (var attempt = 0; attempt < 11; attempt++) {
            assertThat(directory.accepts(ADA, "wrong")).isFalse();
        }
        assertThat(directory.accepts(ADA, "right")).isFalse();
        engine.close();
    }

    @EveryDatabase
    void answersWhoeverIsSignedInToTheEngine(Database database) {
        var engine = withAda(database);
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
        engine.getIdentityService().setAuthenticatedUserId("stranger");
        assertThat(TestIdentity.directory(engine).find(ADA)).isPresent();
        assertThat(engine.getIdentityService().getCurrentAuthentication().getUserId())
                .isEqualTo("stranger");
        engine.close();
    }

    private static ProcessEngine withAda(Database database) {
        var engine = TestEngine.on(database);
        var identity = engine.getIdentityService();
        var ada = identity.newUser("ada");
        ada.setFirstName("Ada");
        ada.setLastName("Lovelace");
        ada.setEmail("Ada@Example.org");
        ada.setPassword("right");
        identity.saveUser(ada);
        identity.saveGroup(identity.newGroup("qa"));
        return engine;
    }
}
