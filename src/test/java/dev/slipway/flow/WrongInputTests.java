package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.Browser;
import dev.slipway.content.Artifact;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.release.ReleaseId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong input over HTTP: the answer names the field and the cure, and no table has a row more or less. */
class WrongInputTests extends RefusalTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVERY_TABLE =
            "select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'";

    private ReleaseId release;
    private Artifact artifact;
    private Caller rita;
    private Caller boss;
    private Map<String, Long> before;

    @BeforeEach
    void haveARelease() {
        release = waitingForApproval("1.0.0");
        artifact = product.artifact("2.0.0", "two");
        rita = overRest("rita");
        var person = new Person(new PersonId("boss"), "Boss", "boss@example.org");
        flows.bean(Accounts.class).ensure(person, "correct horse battery", Set.of(new GroupId("camunda-admin")));
        boss = overRest("boss");
        before = rows();
    }

    @Test
    void refusesAnUnknownProduct() {
        var answer = open(plan().replace("\"product\": \"" + product(), "\"product\": \"nothing"));
        assertProblem(answer, 422, "product", "nothing");
    }

    @Test
    void refusesARefThatIsNotThere() {
        assertProblem(open(plan().replace("\"master\"", "\"no-such-branch\"")), 422, "revision", "no-such-branch");
        assertProblem(
                open(plan().replace("\"revision\"", "\"from\": \"v0.nine\", \"revision\"")), 422, "from", "v0.nine");
    }

    @Test
    void refusesACharacterThatNoDatabaseKeeps() {
        assertProblem(open(plan().replace("\"master\"", "\"mas\\u0000ter\"")), 422, "revision", "cannot be read");
        var freeze = "{\"title\": \"Au\\u0000dit\"}";
        assertProblem(rita.anywhere("application/json", "POST", "/api/calendar", freeze), 400, "title", "NUL");
    }

    @Test
    void refusesItInAFormOfAPageToo() throws Exception {
        var browser = inTasklist("rita").browser;
        var page = "/releases/" + release;
        var form = Browser.form("reason", "wa\0it", "_csrf", browser.csrf(page));

        assertThat(browser.send("POST", page + "/hold", form).statusCode()).isEqualTo(400);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void refusesADigestThatDoesNotMatch() {
        var answer = open(plan().replace(artifact.digest().toString(), "0".repeat(64)));
        assertProblem(answer, 422, "artifacts[0].digest", artifact.digest().toString());
        assertProblem(open(plan().replace(artifact.digest().toString(), "abc")), 422, "artifacts[0].digest", "64");
    }

    @Test
    void refusesAnArtifactThatIsNotThere() {
        var answer = open(plan().replace("service-2.0.0.bin", "elsewhere.bin"));
        assertProblem(answer, 422, "artifacts[0].location", "");
    }

    @Test
    void refusesFieldsThatDoNotExistAndTextThatIsNoJson() {
        assertProblem(open(plan().replace("\"revision\"", "\"revison\"")), 422, "revison", "There is no such field");
        assertProblem(open("{\"product\": "), 400, "line 1", "");
    }

    @Test
    void refusesMalformedYaml() {
        var malformed = "apiVersion: slipway/v1\nkind: Environment\nkey: [unclosed\n";
        assertProblem(boss.anywhere("application/yaml", "PUT", "/api/catalog", malformed), 422, "", "catalog.yaml");
        assertThat(boss.anywhere("application/yaml", "PUT", "/api/catalog", malformed)
                        .body())
                .containsPattern("\"line\"\\s*:\\s*[34]");
    }

    @Test
    void refusesADocumentOfTheCatalogueWhoseRestIsRight() {
        var half = """
                apiVersion: slipway/v1
                kind: Environment
                key: half-written
                name: Half
                stage: 7
                ---
                apiVersion: slipway/v1
                kind: Product
                key: half-product
                flow: no-such-flow
                owner: team
                repository: /nowhere
                components:
                  - name: service
                environments: [half-written]
                """;
        var answer = boss.anywhere("application/yaml", "PUT", "/api/catalog", half);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("no-such-flow", "\"line\"");
        assertUntouched();
    }

    @Test
    void refusesEvidenceThatIsNotWhatItSays() {
        var path = "/api/releases/" + release + "/evidence?name=unit-tests&kind=";
        for (var content : new String[] {
            "this is no XML at all",
            "<html><body>no tests</body></html>",
            "<testsuite name='t' tests='3' failures='0'",
            "<!DOCTYPE t [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><testsuite name='t' tests='1'><testcase name='&x;'/></testsuite>",
            ""
        }) {
            var answer = rita.anywhere("application/octet-stream", "POST", path + "junit", content);
            assertProblem(answer, 422, "content", "");
        }
        assertProblem(rita.anywhere("application/octet-stream", "POST", path + "magic", "x"), 422, "kind", "junit");
    }

    @Test
    void refusesWhatIsSaidOfAReleaseThatDoesNotExist() {
        var answer = rita.anywhere(
                "application/octet-stream", "POST", "/api/releases/none/evidence?name=a&kind=document", "x");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(answer.body()).contains("urn:slipway:problem:");
        assertUntouched();
    }

    private HttpResponse<String> open(String plan) {
        return rita.anywhere("application/json", "POST", "/api/releases", plan);
    }

    private String plan() {
        return """
                {"product": "%s", "version": "2.0.0", "revision": "master",
                 "artifacts": [{"component": "service", "location": "%s", "digest": "%s"}]}""".formatted(product(), artifact.location(), artifact.digest());
    }

    private String product() {
        return product.component().product().value();
    }

    private void assertProblem(HttpResponse<String> answer, int status, String field, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = json(answer);
        assertThat(problem.path("type").asText()).startsWith("urn:slipway:problem:");
        assertThat(problem.path("flaws")).as(answer.body()).isNotEmpty().anySatisfy(flaw -> {
            assertThat(flaw.path("field").asText()).contains(field);
            assertThat(flaw.path("reason").asText()).isNotBlank();
        });
        assertThat(answer.body()).contains(words);
        assertUntouched();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void assertUntouched() {
        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, Long> rows() {
        var jdbc = flows.bean(JdbcClient.class);
        var counted = new TreeMap<String, Long>();
        for (var table : jdbc.sql(EVERY_TABLE).query(String.class).list()) {
            counted.put(
                    table,
                    jdbc.sql("select count(*) from \"" + table + "\"")
                            .query(Long.class)
                            .single());
        }
        return counted;
    }
}
