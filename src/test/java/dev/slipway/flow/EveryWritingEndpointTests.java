package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.slipway.ResourceEndpoint;
import dev.slipway.release.ReleaseId;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls every endpoint of Camunda that is not a GET, as a candidate for a task, with ids that are there and bodies that fit. */
class EveryWritingEndpointTests extends RefusalTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The only ones that may say yes: what a person does with their own tasks, and with what is their own. */
    private static final Set<String> OPEN = Set.of(
            "POST /task/{id}/claim",
            "POST /task/{id}/unclaim",
            "POST /task/{id}/assignee",
            "POST /task/{id}/comment/create",
            "POST /identity/password-policy",
            "POST /identity/verify");

    private ReleaseId release;
    private Task task;

    @BeforeEach
    void waitForApproval() {
        release = waitingForApproval("1.0.0");
        task = flows.task(release, "Activity_Decide");
    }

    @Test
    void noneSaysYesButThoseForOnesOwnTasks() {
        var before = state();
        var writing = ResourceEndpoint.of("", CamundaRestResources.getResourceClasses()).stream()
                .filter(endpoint -> !endpoint.path().startsWith("/engine"))
                .filter(endpoint -> !Set.of("GET", "OPTIONS", "HEAD").contains(endpoint.verb()))
                .filter(endpoint -> !asks(endpoint))
                .toList();
        assertThat(writing).hasSizeGreaterThan(150);

        var open = new TreeSet<String>();
        var reached = 0;
        for (var oscar : bothWays("oscar")) {
            for (var endpoint : writing) {
                var answer = oscar.send(endpoint.verb(), filled(endpoint.path()), body(endpoint.handler()));
                reached += refusedByTheDoor(answer) ? 1 : 0;
                if (answer.statusCode() < 300) {
                    open.add(endpoint.verb() + " " + endpoint.path());
                }
            }
        }
        assertThat(open).isSubsetOf(OPEN);
        assertThat(reached).as("how many got as far as the door").isGreaterThan(writing.size() * 4 / 3);
        flows.engine.getTaskService().setAssignee(task.getId(), null);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void neitherDoThoseOfTheWebApplications() {
        var endpoints = new ArrayList<ResourceEndpoint>();
        endpoints.addAll(ResourceEndpoint.of("/camunda/api/admin", new AdminApplication().getClasses()));
        endpoints.addAll(ResourceEndpoint.of("/camunda/api/cockpit", new CockpitApplication().getClasses()));
        endpoints.addAll(ResourceEndpoint.of("/camunda/api/tasklist", new TasklistApplication().getClasses()));
        endpoints.addAll(ResourceEndpoint.of("/camunda/api/welcome", new WelcomeApplication().getClasses()));
        var before = state();
        var open = new TreeSet<String>();
        for (var endpoint : endpoints) {
            if (!Set.of("GET", "OPTIONS", "HEAD").contains(endpoint.verb())
                    && !endpoint.path().contains("/auth/user/")) {
                var oscar = inTasklist("oscar");
                var answer = oscar.anywhere(
                        "application/json", endpoint.verb(), filled(endpoint.path()), body(endpoint.handler()));
                if (answer.statusCode() < 300) {
                    open.add(endpoint.verb() + " " + endpoint.path());
                }
            }
        }
        assertThat(open).allMatch(endpoint -> endpoint.startsWith("POST /camunda/api/cockpit/plugin/"));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void nothingThatOnlyAnswersIsRefusedByTheDoor() {
        var reading = ResourceEndpoint.of("", CamundaRestResources.getResourceClasses()).stream()
                .filter(endpoint -> !endpoint.path().startsWith("/engine"))
                .filter(endpoint -> endpoint.verb().equals("GET") || asks(endpoint))
                .toList();
        assertThat(reading).hasSizeGreaterThan(150);
        var refused = new TreeSet<String>();
        for (var oscar : bothWays("oscar")) {
            for (var endpoint : reading) {
                var path = filled(endpoint.path());
                var answer = endpoint.verb().equals("GET") ? oscar.get(path) : oscar.post(path, "{}");
                if (answer.body().contains("People do not do that")) {
                    refused.add(endpoint.verb() + " " + endpoint.path());
                }
            }
        }
        // Only Camunda Optimize, which does not belong here, asks those.
        assertThat(refused).allMatch(endpoint -> endpoint.contains("/optimize/"));
    }

    /** Questions that are too long for an address are posted; the resource's method says that it only answers. */
    private static boolean asks(ResourceEndpoint endpoint) {
        return endpoint.verb().equals("POST")
                && endpoint.handler()
                        .getName()
                        .matches("(query|get|find|fetch(?!AndLock)|execute(Single|List|Count|Query)).*");
    }

    private Map<String, Object> state() {
        var runtime = flows.engine.getRuntimeService();
        var repository = flows.engine.getRepositoryService();
        var identity = flows.engine.getIdentityService();
        var state = new LinkedHashMap<String, Object>();
        state.put("instances", runtime.createProcessInstanceQuery().active().count());
        state.put(
                "definitions",
                repository.createProcessDefinitionQuery().active().count());
        state.put("deployments", repository.createDeploymentQuery().count());
        state.put("users", identity.createUserQuery().count());
        state.put("groups", identity.createGroupQuery().count());
        state.put(
                "operators",
                identity.createUserQuery().memberOfGroup("operations").count());
        state.put(
                "grants",
                flows.engine
                        .getAuthorizationService()
                        .createAuthorizationQuery()
                        .count());
        state.put("filters", flows.engine.getFilterService().createFilterQuery().count());
        state.put(
                "batches",
                flows.engine.getManagementService().createBatchQuery().count());
        state.put("tasks", flows.engine.getTaskService().createTaskQuery().count());
        state.put(
                "seat",
                flows.engine
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .taskUnassigned()
                        .count());
        var variables = flows.engine.getTaskService().getVariables(task.getId());
        variables.remove("summary");
        state.put("variables", variables.toString());
        state.put("jobs", flows.jobs(release).map(Job::getRetries).toList());
        return state;
    }

    private String filled(String path) {
        var filled = path;
        for (var place : List.of(
                Map.entry("/task/{id}", task.getId()),
                Map.entry("/process-instance/{id}", task.getProcessInstanceId()),
                Map.entry("/execution/{id}", task.getExecutionId()),
                Map.entry("/process-definition/{id}", task.getProcessDefinitionId()),
                Map.entry(
                        "/job/{id}",
                        flows.jobs(release).findFirst().orElseThrow().getId()),
                Map.entry("/user/{id}", "olga"),
                Map.entry("/group/{id}", "operations"))) {
            var kind = place.getKey().substring(0, place.getKey().indexOf('{'));
            if (filled.startsWith(place.getKey())) {
                filled = kind
                        + place.getValue()
                        + filled.substring(place.getKey().length());
            }
        }
        return filled.replaceAll("\\{varId[^/]*}", "releaseId")
                .replaceAll("\\{(engine|engineName|processEngineName)}", "default")
                .replaceAll("\\{userId[^/]*}", "oscar")
                .replaceAll("/decision-definition/key/\\{key[^/]*}", "/decision-definition/key/assess-risk")
                .replaceAll("\\{key[^/]*}", "approval")
                .replaceAll("\\{[^/]*}", "none");
    }

    private String body(Method handler) {
        return Stream.of(handler.getParameters())
                .filter(EveryWritingEndpointTests::isBody)
                .findFirst()
                .map(parameter -> JSON.constructType(parameter.getParameterizedType()))
                .map(type -> text(value("", type, 0)))
                .orElse("{}");
    }

    private static boolean isBody(Parameter parameter) {
        return Stream.of(PathParam.class, QueryParam.class, FormParam.class, MatrixParam.class, Context.class)
                .noneMatch(parameter::isAnnotationPresent);
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object value(String name, JavaType type, int depth) {
        var raw = type.getRawClass();
        if (raw == String.class || raw == Object.class) {
            return named(name);
        }
        if (raw == Boolean.class || raw == boolean.class) {
            return true;
        }
        if (Number.class.isAssignableFrom(raw) || raw.isPrimitive()) {
            return 1;
        }
        if (Map.class.isAssignableFrom(raw)) {
            return name.toLowerCase(Locale.ROOT).contains("variables") || name.equals("modifications")
                    ? Map.of("releaseId", Map.of("value", "other", "type", "String"))
                    : Map.of();
        }
        if (Collection.class.isAssignableFrom(raw) || raw.isArray()) {
            return depth > 2 ? List.of() : List.of(value(name, type.getContentType(), depth + 1));
        }
        return depth > 2 || raw.isEnum() ? Map.of() : bean(type, depth);
    }

    private Map<String, Object> bean(JavaType type, int depth) {
        var bean = new LinkedHashMap<String, Object>();
        for (var property : JSON.getDeserializationConfig().introspect(type).findProperties()) {
            if (property.couldDeserialize() && isFilled(property)) {
                bean.put(property.getName(), value(property.getName(), property.getPrimaryType(), depth + 1));
            }
        }
        var kind = type.getRawClass().getSimpleName();
        bean.computeIfPresent(
                "type",
                (name, given) -> kind.contains("VariableValue")
                        ? "String"
                        : kind.contains("Instruction") ? "startAfterActivity" : given);
        return bean;
    }

    /** What narrows or contradicts what the ids already say is left out, and what has no value that fits everywhere. */
    private static boolean isFilled(BeanPropertyDefinition property) {
        var type = property.getPrimaryType().getRawClass();
        return !property.getName().matches(".*Query|tenantId.*|withoutTenantId|sorting|processDefinitionKey|groupId")
                && !type.isEnum()
                && type != Date.class;
    }

    private static boolean refusedByTheDoor(HttpResponse<String> answer) {
        return answer.statusCode() == 403 || answer.body().contains("People do not do that to the engine directly");
    }

    private String named(String name) {
        return switch (name) {
            case "processInstanceId", "processInstanceIds", "historicProcessInstanceIds" -> task.getProcessInstanceId();
            case "processDefinitionId", "sourceProcessDefinitionId", "targetProcessDefinitionId" ->
                task.getProcessDefinitionId();
            case "processDefinitionKey" -> "approval";
            case "taskId" -> task.getId();
            case "executionId" -> task.getExecutionId();
            case "userId", "username", "assignee", "owner" -> "oscar";
            case "password", "authenticatedUserPassword" -> "secret-oscar";
            case "businessKey" -> release.value();
            case "messageName", "name" -> "cancel-release";
            case "activityId", "transitionId" -> "Activity_Decide";
            case "type" -> "candidate";
            default -> "other";
        };
    }
}
