package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.People;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Journaled;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people change about accounts in Camunda Admin and in their own profile, and what of it is recorded. */
class AccountsInCamundaTests extends RefusalTest {

    private static final String SECRET = "s3cret-never-to-be-seen";

    private String newcomer;
    private long seen;

    @BeforeEach
    void begin() {
        newcomer = "n" + UUID.randomUUID().toString().substring(0, 8);
        seen = changes().size();
        person("boss-of-all", "camunda-admin");
    }

    @Test
    void anAdministratorManagesPeopleGroupsAndGrants() {
        for (var boss : List.of(overRest("boss-of-all"), Caller.inTasklist(port, "boss-of-all", "secret"))) {
            assertDone(boss.post("/user/create", """
                    {"profile": {"id": "%s", "firstName": "Nina", "lastName": "New", "email": "nina@example.com"},
                     "credentials": {"password": "%s"}}""".formatted(newcomer, SECRET)));
            assertDone(boss.post(
                    "/group/create", "{\"id\": \"" + newcomer + "\", \"name\": \"G\", \"type\": \"WORKFLOW\"}"));
            assertDone(boss.put("/group/" + newcomer + "/members/" + newcomer, "{}"));
            assertDone(boss.put("/user/" + newcomer + "/profile", profile("Nina", "nina2@example.com")));
            assertDone(boss.put(
                    "/user/" + newcomer + "/credentials",
                    "{\"password\": \"" + SECRET + "2\", \"authenticatedUserPassword\": \"secret\"}"));
            var created = boss.post("/authorization/create", """
                    {"type": 1, "permissions": ["READ"], "userId": null, "groupId": "%s", "resourceType": 6,
                     "resourceId": "deploy"}""".formatted(newcomer));
            assertDone(created);
            var grant = created.body().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
            assertDone(boss.delete("/authorization/" + grant));
            assertDone(boss.delete("/group/" + newcomer + "/members/" + newcomer));
            assertDone(boss.delete("/group/" + newcomer));
            assertDone(boss.delete("/user/" + newcomer));
        }

        assertThat(fresh())
                .hasSize(20)
                .anyMatch(line -> line.contains("\"command\":\"CreateMembership\"")
                        && line.contains("\"group\":\"" + newcomer + "\"")
                        && line.contains("\"user\":\"" + newcomer + "\""))
                .anyMatch(line -> line.contains("\"command\":\"DeleteAuthorization\"")
                        && line.contains("group:" + newcomer)
                        && line.contains("READ"))
                .anyMatch(line -> line.contains("\"newPassword\":true") && line.contains("\"isNew\":false"))
                .noneMatch(line -> line.contains("s3cret") || line.contains("nina"));
    }

    @Test
    void nothingSecretIsKeptAnywhereInTheRecord() {
        var boss = overRest("boss-of-all");
        assertDone(boss.post("/user/create", """
                {"profile": {"id": "%s"}, "credentials": {"password": "%s"}}""".formatted(newcomer, SECRET)));
        assertThat(journal(Journaled.SYSTEM_CHAIN))
                .noneMatch(entry -> (entry.payload() + entry.personal()).contains("s3cret"))
                .noneMatch(entry -> entry.payload().contains("{SHA"));
    }

    @Test
    void somebodyChangesTheirOwnPasswordAndNobodyElses() {
        person(newcomer, "operations");
        var own = "/user/" + newcomer + "/credentials";
        var change = "{\"password\": \"" + SECRET + "\", \"authenticatedUserPassword\": \"secret\"}";
        var tasklist = Caller.inTasklist(port, newcomer, "secret");

        assertThat(tasklist.put("/user/boss-of-all/credentials", change).statusCode())
                .isBetween(400, 499);
        assertDone(tasklist.put(own, change));
        assertThat(flows.engine.getIdentityService().checkPassword(newcomer, SECRET))
                .isTrue();
        assertThat(flows.engine.getIdentityService().checkPassword("boss-of-all", "secret"))
                .isTrue();
    }

    @Test
    void triesNobodyElsesPassword() {
        for (var olga : bothWays("olga")) {
            var guess = "{\"username\": \"boss-of-all\", \"password\": \"secret\"}";
            assertRefused(olga.post("/identity/verify", guess), "Only one's own password can be checked");
        }
    }

    @Test
    void anAuthorCannotDenyTheirCommitsByAnotherAddress() {
        person(newcomer, "operations");
        for (var author : List.of(overRest(newcomer), Caller.inTasklist(port, newcomer, "secret"))) {
            var path = "/user/" + newcomer + "/profile";
            assertRefused(author.put(path, profile("Nina", "else@example.com")), "ask an administrator");
            assertRefused(author.put(path, profile("Nina", "")), "ask an administrator");
            assertDone(author.put(path, profile("Renamed", newcomer.toUpperCase(Locale.ROOT) + "@example.com")));
        }
        join("boss-of-all", "camunda-admin");
        assertRefused(
                overRest("boss-of-all")
                        .put(
                                "/user/boss-of-all/profile",
                                profile("B", "x@example.com").replace(newcomer, "boss-of-all")),
                "ask an administrator");
        assertThat(flows.bean(People.class).find(new PersonId(newcomer)))
                .hasValueSatisfying(person -> assertThat(person.email()).startsWithIgnoringCase(newcomer));
    }

    @Test
    void nobodyButAnAdministratorTouchesPeopleGroupsAndGrants() {
        person(newcomer, "operations");
        for (var olga : bothWays("olga")) {
            assertThat(List.of(
                            olga.post(
                                    "/user/create",
                                    "{\"profile\": {\"id\": \"x\"}, \"credentials\": {\"password\": \"x\"}}"),
                            olga.post("/group/create", "{\"id\": \"x\", \"name\": \"x\", \"type\": \"x\"}"),
                            olga.put("/group/camunda-admin/members/olga", "{}"),
                            olga.delete("/group/operations/members/oscar"),
                            olga.delete("/user/" + newcomer),
                            olga.post(
                                    "/authorization/create",
                                    "{\"type\": 1, \"permissions\": [\"ALL\"], \"userId\": \"olga\", \"resourceType\": 6, \"resourceId\": \"*\"}"),
                            olga.post("/user/" + newcomer + "/unlock", "{}")))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isBetween(400, 499));
        }
        assertThat(fresh()).isEmpty();
        assertThat(journal(Journaled.SYSTEM_CHAIN, "attempt.refused"))
                .anyMatch(entry -> entry.payload().contains("\"attempt\":\"CreateMembership\"")
                        && entry.payload().contains("\"by\":\"olga\""));
    }

    @Test
    void turnsAwayASessionWhoseOwnerIsGone() {
        person(newcomer, "operations");
        var gone = Caller.inTasklist(port, newcomer, "secret");
        var token = overRest(newcomer);
        flows.engine.getIdentityService().deleteUser(newcomer);

        assertThat(token.get("/task/count").statusCode()).isEqualTo(401);
        assertThat(gone.post("/task/none/claim", "{\"userId\": \"" + newcomer + "\"}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(gone.put("/user/" + newcomer + "/profile", profile("Back", "x@example.com"))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    private String profile(String name, String email) {
        return "{\"id\": \"" + newcomer + "\", \"firstName\": \"" + name + "\", \"lastName\": \"New\", \"email\": \""
                + email + "\"}";
    }

    private void person(String id, String group) {
        var person = new Person(new PersonId(id), id, id + "@example.com");
        flows.bean(Accounts.class).ensure(person, "secret", Set.of(new dev.slipway.identity.GroupId(group)));
    }

    private List<String> changes() {
        return journal(Journaled.SYSTEM_CHAIN, "directory.changed").stream()
                .map(entry -> entry.payload())
                .collect(Collectors.toList());
    }

    private List<String> fresh() {
        return changes().stream().skip(seen).toList();
    }
}
