package dev.slipway.flow.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Walks every command that the engine has, so that a new version of it cannot bring one that people may send unseen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassageTests {

    private final List<Class<?>> commands = new ClassFileImporter()
            .importPackages("org.camunda.bpm.engine.impl").stream()
                    .filter(type -> type.isAssignableTo(Command.class)
                            && !type.getPackageName().contains(".impl.test"))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    @Test
    void onlyTheseCommandsOfTheEngineLetAPersonChangeAnything() {
        assertThat(commands).hasSizeGreaterThan(300);
        assertThat(commands.stream()
                        .filter(command -> !Set.of(Passage.READ, Passage.CLOSED).contains(Passage.of(command)))
                        .map(Class::getSimpleName)
                        .sorted()
                        .distinct())
                .containsExactly(
                        "AddCommentCmd",
                        "AssignTaskCmd",
                        "CheckPassword",
                        "ClaimTaskCmd",
                        "CompleteTaskCmd",
                        "CreateMembershipCmd",
                        "DeleteAuthorizationCmd",
                        "DeleteFilterCmd",
                        "DeleteGroupCmd",
                        "DeleteMembershipCmd",
                        "DeleteUserCmd",
                        "SaveAuthorizationCmd",
                        "SaveFilterCmd",
                        "SaveGroupCmd",
                        "SaveUserCmd",
                        "SubmitTaskFormCmd",
                        "UnlockUserCmd");
    }

    @Test
    void whatReadsDoesNotWrite() {
        assertThat(
                        commands.stream()
                                .filter(command -> Passage.of(command) == Passage.READ)
                                .map(Class::getSimpleName)
                                .filter(
                                        name -> name.matches(
                                                ".*(Set|Save|Delete|Remove|Patch|Update|Start(?!Form)|Correlate|Signal|Modif|Migrat|Restart|Deploy(?!ed|ment)|Purge|Lock|Suspend|Activate|Fetch|Handle|Complete[^d]).*")))
                .isEmpty();
    }

    @Test
    void readsTheFieldsThatTheEnginesCommandsHave() throws ClassNotFoundException {
        for (var name :
                List.of("CompleteTaskCmd", "SubmitTaskFormCmd", "ResolveTaskCmd", "ClaimTaskCmd", "AssignTaskCmd")) {
            assertThat(fields(Class.forName("org.camunda.bpm.engine.impl.cmd." + name)))
                    .contains("taskId");
        }
        assertThat(fields(Class.forName("org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd")))
                .contains("variables");
        assertThat(fields(Class.forName("org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd")))
                .contains("properties");
        assertThat(fields(Class.forName("org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd")))
                .contains("userId");
        assertThat(fields(Class.forName("org.camunda.bpm.engine.impl.cmd.AssignTaskCmd")))
                .contains("userId");
        assertThat(fields(Class.forName("org.camunda.bpm.engine.impl.cmd.SaveFilterCmd")))
                .contains("filter");
    }

    private static Set<String> fields(Class<?> command) {
        var names = new java.util.TreeSet<String>();
        for (Class<?> type = command; type != Object.class; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                names.add(field.getName());
            }
        }
        return names;
    }
}
