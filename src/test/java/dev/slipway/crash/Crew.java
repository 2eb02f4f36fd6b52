package dev.slipway.crash;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who works with Slipway; all made by the first administrator.
 *
 * @param program opens releases and attaches evidence
 * @param voter votes and decides
 * @param watchman may ask targets what runs there, and have it put right
 * @param mates the token of agents
 */
record Crew(Client program, Client voter, Client watchman, String mates) {

    static final List<String> TOPICS = List.of(
            "deploy", "install-beside", "shift-traffic", "remove-old", "restore", "smoke-check", "watch", "probe");

    private static final Pattern PASSWORD = Pattern.compile("with the password (\\S+)");

    /** Takes the administrator's password from what the first start has said. */
    static Crew hire(URI address, Path log, List<Ferry> ferries) throws Exception {
        var said = PASSWORD.matcher(Files.readString(log));
        if (!said.find()) {
            throw new IllegalStateException("no password is said in " + Files.readString(log));
        }
        var administrator = new Client(address);
        administrator.signIn("admin", said.group(1));
        var engine = new Client(address, token(administrator, "/api/tokens", "read", "engine"));
        for (var group : List.of("operations", "release-managers")) {
            engine.post("/engine-rest/group/create", Map.of("id", group, "name", group, "type", "WORKFLOW"))
                    .expectAcknowledged();
        }
        for (var ferry : ferries) {
            administrator
                    .put(
                            "/api/flags/" + ferry.key() + "/" + Ferry.FLAG,
                            Map.of("description", "Sails instead of oars."))
                    .expectAcknowledged();
        }
        person(engine, "dora", "Dora", Ferry.AUTHOR);
        person(engine, "vera", "Vera", "vera@example.com");
        for (var group : List.of("operations", "release-managers")) {
            engine.put("/engine-rest/group/" + group + "/members/vera", Map.of())
                    .expectAcknowledged();
        }
        for (var account : List.of("ci", "mates")) {
            administrator
                    .post("/api/service-accounts", Map.of("name", account, "owner", "camunda-admin"))
                    .expectAcknowledged();
        }
        var program =
                token(administrator, "/api/service-accounts/ci/tokens", "read", "open-release", "attach-evidence");
        var voter = new Client(address);
        voter.signIn("vera", "secret-of-vera-1");
        return new Crew(
                new Client(address, program),
                new Client(address, token(voter, "/api/tokens", "read", "engine")),
                new Client(address, token(administrator, "/api/tokens", "read", "intervene")),
                token(
                        administrator,
                        "/api/service-accounts/mates/tokens",
                        TOPICS.stream().map(topic -> "agent:" + topic).toArray(String[]::new)));
    }

    private static void person(Client engine, String id, String name, String email) throws Exception {
        engine.post(
                        "/engine-rest/user/create",
                        Map.of(
                                "profile",
                                Map.of("id", id, "firstName", name, "lastName", "Test", "email", email),
                                "credentials",
                                Map.of("password", "secret-of-" + id + "-1")))
                .expectAcknowledged();
    }

    private static String token(Client owner, String path, String... scopes) throws Exception {
        var order = Map.of(
                "name", "test",
                "scopes", Set.of(scopes),
                "expiresAt", Instant.now().plus(Duration.ofDays(1)).toString());
        return owner.post(path, order).expectAcknowledged().json().get("secret").asText();
    }
}
