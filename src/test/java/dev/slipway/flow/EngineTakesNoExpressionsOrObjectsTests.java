package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What a candidate for a task smuggles into a form, a filter, a question or an address. */
class EngineTakesNoExpressionsOrObjectsTests extends CandidateTest {

    @Test
    void refusesAFilterWithAnExpressionWhereverItHides() {
        join("oscar", "camunda-admin");
        try {
            var count = flows.engine.getFilterService().createFilterQuery().count();
            everyWay(oscar -> {
                for (var query : new String[] {
                    "{\"assigneeExpression\": \"${currentUser()}\"}",
                    "{\"orQueries\": [{\"candidateGroupsExpression\": \"${currentUserGroups()}\"}]}",
                    "{\"taskVariables\": [{\"name\": \"a\", \"operator\": \"eq\", \"value\": \"${''.getClass()}\"}]}",
                    "{\"nameLike\": \"\\u0024{now()}\"}",
                    "{\"dueAfterExpression\": \"now\"}"
                }) {
                    var filter = "{\"resourceType\": \"Task\", \"name\": \"f\", \"query\": " + query + "}";
                    var answer = oscar.post("/filter/create", filter);
                    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
                }
                var hidden = "{\"resourceType\": \"Task\", \"name\": \"f\", \"query\": {}, \"properties\":"
                        + " {\"variables\": [{\"name\": \"${x}\", \"label\": \"x\"}]}}";
                assertRefused(oscar.post("/filter/create", hidden), "must not evaluate expressions");
            });
            assertThat(flows.engine.getFilterService().createFilterQuery().count())
                    .isEqualTo(count);
        } finally {
            leave("oscar", "camunda-admin");
        }
    }

    @Test
    void evaluatesNoExpressionInAQuestion() {
        everyWay(oscar -> {
            var filter = flows.engine
                    .getFilterService()
                    .createFilterQuery()
                    .filterName("All tasks")
                    .singleResult()
                    .getId();
            for (var query : new String[] {
                "{\"assigneeExpression\": \"${currentUser()}\"}",
                "{\"orQueries\": [{\"assigneeExpression\": \"${''.getClass().forName('java.lang.Runtime')}\"}]}"
            }) {
                for (var question : new String[] {
                    "/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count"
                }) {
                    assertRefused(oscar.post(question, query), "A question must not contain expressions");
                }
            }
        });
    }

    @Test
    void refusesObjectsWrongTypesAndTooMuch() {
        var serialized = Base64.getEncoder().encodeToString(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5});
        everyWay(oscar -> {
            for (var value : new String[] {
                "{\"value\": \"" + serialized + "\", \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\":"
                        + " \"java.util.ArrayList\", \"serializationDataFormat\": \"application/x-java-serialized-object\"}}",
                "{\"value\": \"[]\", \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\": \"java.util.ArrayList\","
                        + " \"serializationDataFormat\": \"application/json\"}}",
                "{\"value\": \"\\\"approve\\\"\", \"type\": \"Json\"}",
                "{\"value\": \"YQ==\", \"type\": \"Bytes\"}",
                "{\"value\": \"YQ==\", \"type\": \"File\", \"valueInfo\": {\"filename\": \"a\"}}",
                "{\"value\": true}",
                "{\"value\": 1}",
                "{\"value\": \"APPROVE\"}",
                "{\"value\": \"approve\", \"valueInfo\": {\"transient\": true}}"
            }) {
                var answer = oscar.post(task("/complete"), "{\"variables\": {\"decision\": " + value + "}}");
                assertThat(answer.statusCode()).as(value + answer.body()).isBetween(400, 499);
            }
            assertRefused(
                    oscar.post(
                            task("/complete"),
                            "{\"variables\": {\"decision\": {\"value\": \"approve\"}, \"comment\": {\"value\": \""
                                    + "x".repeat(2001) + "\"}}}"),
                    "'comment' is longer than 2000 characters");
            assertRefused(
                    oscar.post(
                            task("/complete"),
                            "{\"variables\": {\"" + "n".repeat(5000) + "\": {\"value\": \"approve\"}}}"),
                    NOT_A_FIELD);
            assertThat(oscar.post(task("/comment/create"), "{\"message\": \"" + "m".repeat(4001) + "\"}")
                            .statusCode())
                    .isEqualTo(400);
        });
        assertThat(flows.engine.getTaskService().getTaskComments(task.getId())).isEmpty();
        assertThat(journal(release.value(), "attempt.refused"))
                .allSatisfy(entry -> assertThat(entry.payload().length()).isLessThan(1000));
    }

    @Test
    void takesNoAddressThatIsSpelledAnotherWay() {
        var oscar = inTasklist("oscar");
        for (var address : new String[] {
            "/c%61m%75nd%61/%61pi/engine/default/authorization/create",
            "/camunda/%61pi/engine/engine/default/authorization/create",
            "/camunda/api/engine/%65ngine/default/authorization/create",
            "/camunda/api/%61dmin/setup/default/user/create",
            "/camunda/api/admin/setup/default/user/create",
            "/engine-rest/%65ngine/default/authorization/create",
            "/%65ngine-rest/authorization/create"
        }) {
            var fresh = Caller.inTasklist(port, "oscar", "secret-oscar");
            var answer = fresh.anywhere("application/json", "POST", address, """
                            {"type": 0, "permissions": ["ALL"], "userId": "*", "resourceType": 8, "resourceId": "*",
                             "profile": {"id": "evil"}, "credentials": {"password": "evil"}}""");
            assertThat(answer.statusCode()).as(address + answer.body()).isGreaterThanOrEqualTo(300);
        }
        assertThat(flows.engine
                        .getIdentityService()
                        .createUserQuery()
                        .userId("evil")
                        .count())
                .isZero();
        assertThat(oscar.get("/authorization/count?type=0&resourceType=8").body())
                .contains("\"count\":0");
    }
}
