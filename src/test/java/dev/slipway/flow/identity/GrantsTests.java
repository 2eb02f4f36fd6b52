package dev.slipway.flow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.flow.TestEngine;
import dev.slipway.flow.library.Models;
import dev.slipway.flow.library.TestLibrary;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class GrantsTests {

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

    @EveryDatabase
    void letCandidatesSeeClaimAndCompleteWithoutARowPerTask(Database database) {
        var engine = started(database);
        var rows = authorizationsOnTasks(engine);
        var tasks = engine.getTaskService();

        as(engine, "ada", "qa");
        var task = tasks.createTaskQuery().singleResult();
        tasks.claim(task.getId(), "ada");
        tasks.complete(task.getId());

        engine.getIdentityService().clearAuthentication();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
        assertThat(rows).isZero();
        assertThat(authorizationsOnTasks(engine)).isZero();
        engine.close();
    }

    @EveryDatabase
    void letOthersSeeButNotWork(Database database) {
        var engine = started(database);
        as(engine, "bob", "auditors");
        var task = engine.getTaskService().createTaskQuery().singleResult();
        assertThatThrownBy(() -> engine.getTaskService().claim(task.getId(), "bob"))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getTaskService().complete(task.getId()))
                .isInstanceOf(AuthorizationException.class);
        engine.close();
    }

    @EveryDatabase
    void letNobodyStartDeployOrEndAnything(Database database) {
        var engine = started(database);
        var instance = engine.getRuntimeService().createProcessInstanceQuery().singleResult();
        for (var group : List.of("qa", "auditors", "camunda-admin")) {
            as(engine, "ada", group);
            assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("p"))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> engine.getRepositoryService()
                            .createDeployment()
                            .addString("x.bpmn", Models.asking("x", "qa"))
                            .deploy())
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "x"))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> engine.getRuntimeService().setVariable(instance.getId(), "releaseId", "x"))
                    .isInstanceOf(AuthorizationException.class);
        }
        engine.close();
    }

    @EveryDatabase
    void letAdministratorsManagePeopleAndNobodyElse(Database database) {
        var engine = started(database);
        as(engine, "ada", "camunda-admin");
        engine.getIdentityService().saveUser(engine.getIdentityService().newUser("new"));
        as(engine, "ada", "qa");
        assertThatThrownBy(() -> engine.getIdentityService()
                        .saveUser(engine.getIdentityService().newUser("newer")))
                .isInstanceOf(AuthorizationException.class);
        engine.close();
    }

    @EveryDatabase
    void showEachPersonTheirOwnTasks(Database database) {
        var engine = started(database);
        var settings = beans.getBean(IdentitySettings.class);
        var filters = new SharedFilters(
                engine.getFilterService(), engine.getTaskService(), engine.getAuthorizationService(), settings);
        engine.getIdentityService().clearAuthentication();
        filters.refresh();
        filters.refresh();
        assertThat(engine.getFilterService().createTaskFilterQuery().count()).isEqualTo(3);

        as(engine, "ada", "qa");
        assertThat(shown(engine, "My groups' tasks")).isEqualTo(1);
        assertThat(shown(engine, "My tasks")).isZero();
        engine.getTaskService()
                .claim(engine.getTaskService().createTaskQuery().singleResult().getId(), "ada");
        assertThat(shown(engine, "My groups' tasks")).isZero();
        assertThat(shown(engine, "My tasks")).isEqualTo(1);

        as(engine, "bob", "auditors");
        assertThat(shown(engine, "My groups' tasks")).isZero();
        assertThat(shown(engine, "My tasks")).isZero();
        assertThat(shown(engine, "All tasks")).isEqualTo(1);
        engine.close();
    }

    private static long shown(ProcessEngine engine, String name) {
        var filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName(name)
                .singleResult();
        return engine.getFilterService().count(filter.getId());
    }

    private ProcessEngine started(Database database) {
        var identity = beans.getBeanProvider(IdentityService.class);
        var settings = new IdentitySettings(
                new RightsByGroup(beans.getBeanProvider(Grants.class)),
                identity,
                beans.getBeanProvider(CamundaDirectory.class));
        var engine = TestEngine.on(database, configuration -> {
            configuration.setAuthorizationEnabled(true);
            settings.preInit(configuration);
        });
        var library = new TestLibrary(database, engine);
        beans.addBean("identity", engine.getIdentityService());
        beans.addBean("settings", settings);
        beans.addBean("directory", TestIdentity.directory(engine));
        beans.addBean("grants", TestIdentity.grants(engine, library.library()));
        member(engine, "ada", "qa");
        member(engine, "bob", "auditors");
        member(engine, "eve", "camunda-admin");
        library.deploy(Map.of("flows/p.bpmn", Models.asking("p", "qa")));
        beans.getBean(Grants.class).refresh();
        beans.getBean(Grants.class).refresh();
        engine.getRuntimeService().startProcessInstanceByKey("p");
        return engine;
    }

    private static void member(ProcessEngine engine, String person, String group) {
        var identity = engine.getIdentityService();
        identity.saveUser(identity.newUser(person));
        identity.saveGroup(identity.newGroup(group));
        identity.createMembership(person, group);
    }

    private static void as(ProcessEngine engine, String person, String group) {
        engine.getIdentityService().setAuthentication(person, List.of(group));
    }

    private static long authorizationsOnTasks(ProcessEngine engine) {
        engine.getIdentityService().clearAuthentication();
        return engine.getAuthorizationService()
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .count();
    }
}
