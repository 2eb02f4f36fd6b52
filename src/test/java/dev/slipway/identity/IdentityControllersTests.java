package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class IdentityControllersTests {

    private static final String ORDER = """
            {"name": "laptop", "scopes": ["read"], "expiresAt": "2026-12-24T00:00:00Z"}
            """;

    @EveryDatabase
    void createListAndRevokeOnesOwnTokens(Database database) {
        var fixture = IdentityFixture.on(database);

        var created = request(fixture, "ada", HttpMethod.POST, "/api/tokens", ORDER);
        assertThat(created).hasStatus(201).hasHeader("Cache-Control", "no-store");
        assertThat(created).bodyJson().extractingPath("secret").asString().startsWith("slw_");

        var listed = request(fixture, "ada", HttpMethod.GET, "/api/tokens", "");
        assertThat(listed).hasStatusOk().bodyJson().extractingPath("[0].name").isEqualTo("laptop");
        assertThat(listed).bodyJson().extractingPath("[0].expiresAt").isEqualTo("2026-12-24T00:00:00Z");
        assertThat(listed).bodyText().doesNotContain("slw_").doesNotContain("secret");

        var path =
                "/api/tokens/" + fixture.tokens.of(IdentityFixture.ada()).get(0).id();
        assertThat(request(fixture, "max", HttpMethod.DELETE, path, "")).hasStatus(404);
        assertThat(request(fixture, "ada", HttpMethod.DELETE, path, "")).hasStatus(204);
        assertThat(request(fixture, "ada", HttpMethod.GET, "/api/tokens", ""))
                .bodyJson()
                .isEqualTo("[]");
    }

    @EveryDatabase
    void nameTheFlawsOfAnOrder(Database database) {
        var refused = request(IdentityFixture.on(database), "ada", HttpMethod.POST, "/api/tokens", "{}");

        assertThat(refused).hasStatus(400).hasContentType("application/problem+json");
        assertThat(refused).bodyJson().extractingPath("type").isEqualTo("urn:slipway:problem:invalid-request");
        assertThat(refused)
                .bodyJson()
                .extractingPath("flaws[*].field")
                .asArray()
                .containsExactly("name", "scopes", "expiresAt");
    }

    @EveryDatabase
    void refuseATokenForWhoeverCameWithOne(Database database) {
        var fixture = IdentityFixture.on(database);
        var order = new TokenOrder("x", Set.of("read"), Set.of(), IdentityFixture.NOW.plus(Duration.ofDays(1)));
        var bearer = fixture.bearer("ada", order);

        var refused = fixture.bearing(bearer, () -> exchange(fixture, HttpMethod.POST, "/api/tokens", ORDER));

        assertThat(refused).hasStatus(403);
        assertThat(refused).bodyJson().extractingPath("detail").asString().contains("Sign in");
    }

    @EveryDatabase
    void letAdministratorsKeepServiceAccounts(Database database) {
        var fixture = IdentityFixture.on(database);
        var account = "{\"name\": \"shop-ci\", \"owner\": \"developers\"}";
        var accounts = "/api/service-accounts";
        var tokens = accounts + "/shop-ci/tokens";

        assertThat(request(fixture, "ada", HttpMethod.POST, accounts, account)).hasStatus(403);
        assertThat(request(fixture, "root", HttpMethod.POST, tokens, ORDER)).hasStatus(404);
        assertThat(request(fixture, "root", HttpMethod.POST, accounts, account)).hasStatus(201);
        assertThat(request(fixture, "root", HttpMethod.POST, accounts, account)).hasStatus(400);
        assertThat(request(fixture, "root", HttpMethod.GET, accounts, ""))
                .bodyJson()
                .extractingPath("[0].createdBy")
                .isEqualTo("person:root");

        assertThat(request(fixture, "root", HttpMethod.POST, tokens, ORDER)).hasStatus(201);
        assertThat(request(fixture, "ada", HttpMethod.GET, tokens, "")).hasStatus(403);
        assertThat(request(fixture, "root", HttpMethod.POST, accounts + "/shop-ci/disable", ""))
                .bodyJson()
                .extractingPath("enabled")
                .isEqualTo(false);
        assertThat(request(fixture, "root", HttpMethod.POST, tokens, ORDER)).hasStatus(400);
        assertThat(request(fixture, "root", HttpMethod.POST, accounts + "/shop-ci/enable", ""))
                .hasStatusOk();
        assertThat(request(fixture, "root", HttpMethod.POST, accounts + "/other/enable", ""))
                .hasStatus(404);

        var id = fixture.tokens.of(Actor.service("shop-ci")).get(0).id();
        assertThat(request(fixture, "root", HttpMethod.DELETE, tokens + "/" + id, ""))
                .hasStatus(204);
        assertThat(request(fixture, "root", HttpMethod.DELETE, tokens + "/" + id, ""))
                .hasStatus(404);
    }

    @EveryDatabase
    void letAdministratorsSetAliases(Database database) {
        var fixture = IdentityFixture.on(database);
        var alias = "{\"email\": \"Ada@home.org\", \"person\": \"ada\"}";

        assertThat(request(fixture, "ada", HttpMethod.PUT, "/api/aliases", alias))
                .hasStatus(403);
        assertThat(request(fixture, "ada", HttpMethod.GET, "/api/aliases", "")).hasStatus(403);
        assertThat(request(fixture, "root", HttpMethod.PUT, "/api/aliases", alias))
                .hasStatus(204);
        assertThat(request(fixture, "root", HttpMethod.GET, "/api/aliases", ""))
                .bodyJson()
                .isEqualTo("{\"ada@home.org\": \"ada\"}");
        assertThat(request(fixture, "root", HttpMethod.PUT, "/api/aliases", "{}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("flaws[*].field")
                .asArray()
                .containsExactly("email", "person");
    }

    @EveryDatabase
    void letPeopleNameAndEndTheirSubstitutes(Database database) {
        var fixture = IdentityFixture.on(database);
        var path = "/api/substitutes";
        var order = """
                {"substitute": "max", "from": "2026-12-21T00:00", "until": "2027-01-04T00:00", "zone": "Europe/Berlin"}
                """;

        assertThat(request(fixture, "ada", HttpMethod.POST, path, "{}")).hasStatus(400);
        var named = request(fixture, "ada", HttpMethod.POST, path, order);
        assertThat(named).hasStatus(201).bodyJson().extractingPath("from").isEqualTo("2026-12-21T00:00:00+01:00");
        assertThat(request(fixture, "max", HttpMethod.GET, path, ""))
                .bodyJson()
                .extractingPath("[0].absent")
                .isEqualTo("ada");
        assertThat(request(fixture, "ada", HttpMethod.GET, path + "?everybody=true", ""))
                .hasStatus(403);
        assertThat(request(fixture, "root", HttpMethod.GET, path + "?everybody=true", ""))
                .bodyJson()
                .extractingPath("[0].substitute")
                .isEqualTo("max");
        var id = fixture.substitutes.all(Long.MAX_VALUE, 1).get(0).id();
        assertThat(request(fixture, "ada", HttpMethod.DELETE, path + "/" + id, ""))
                .hasStatusOk();
        assertThat(request(fixture, "ada", HttpMethod.DELETE, path + "/" + (id + 1), ""))
                .hasStatus(404);
    }

    private static MvcTestResult request(
            IdentityFixture fixture, String person, HttpMethod method, String path, String body) {
        return fixture.signedIn(person, () -> exchange(fixture, method, path, body));
    }

    private static MvcTestResult exchange(IdentityFixture fixture, HttpMethod method, String path, String body) {
        var json = Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .<ObjectMapper>build();
        var client = MockMvcTester.of(
                List.of(
                        new TokenController(fixture.tokens, fixture.acting),
                        new ServiceAccountController(fixture.accounts, fixture.tokens, fixture.rights),
                        new SubstituteController(fixture.substitutes, fixture.rights, fixture.acting),
                        new AliasController(fixture.people, fixture.rights)),
                builder -> builder.setMessageConverters(new MappingJackson2HttpMessageConverter(json))
                        .build());
        return client.method(method)
                .uri(path)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
