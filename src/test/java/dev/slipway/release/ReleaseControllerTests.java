package dev.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.SerializationFeature;
import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.Act;
import java.util.List;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ReleaseControllerTests {

    private static final String PLAN = """
            {
              "product": "payments",
              "version": "2.1.0",
              "revision": "main",
              "artifacts": [
                {"component": "service", "location": "file:/builds/service.jar", "digest": "%s"},
                {"component": "payments/worker", "location": "file:/builds/worker.jar", "digest": "sha256:%s"}
              ],
              "targetDates": {"production": "2026-05-01T08:00:00Z"},
              "stakeholders": ["ben"],
              "scope": [{"key": "PAY-1", "title": "Refunds", "done": true}]
            }""".formatted("1".repeat(64), "2".repeat(64));

    @EveryDatabase
    void opensOnceAndAnswersWithTheSameAgain(Database database) throws Exception {
        var api = api(new House(database));

        api.perform(post("/api/releases")
                        .header("Idempotency-Key", "k")
                        .contentType(APPLICATION_JSON)
                        .content(PLAN))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/releases/payments-2.1.0"))
                .andExpect(jsonPath("$.state").value("pending"))
                .andExpect(jsonPath("$.openedAt").value(containsString("Z")));
        api.perform(post("/api/releases")
                        .header("Idempotency-Key", "k")
                        .contentType(APPLICATION_JSON)
                        .content(PLAN))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value("payments-2.1.0"));
        api.perform(get("/api/releases/payments-2.1.0/plan"))
                .andExpect(jsonPath("$[0].artifacts[1].component").value("payments/worker"))
                .andExpect(jsonPath("$[0].targetDates.production").value("2026-05-01T08:00:00Z"));
        api.perform(get("/api/releases/payments-2.1.0/candidates"))
                .andExpect(jsonPath("$[0].commits[0].issues[0]").value("PAY-1"));
    }

    @EveryDatabase
    void namesWhatCannotBeReadTogetherWithWhatIsWrong(Database database) throws Exception {
        var api = api(new House(database));
        var body = """
                {"product": "payments", "version": "latest", "revision": "main", "colour": "red",
                 "artifacts": [{"component": "service", "location": "builds", "digest": "abc", "size": 3}],
                 "targetDates": {"production": "tomorrow"}, "sprintEnd": {"at": 1},
                 "stakeholders": ["nobody"], "supersede": "perhaps", "scope": 7}""";

        api.perform(post("/api/releases").contentType(APPLICATION_JSON).content(body))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.type").value("urn:slipway:problem:invalid-request"))
                .andExpect(jsonPath("$.flaws[*].field")
                        .value(containsInAnyOrder(
                                "colour",
                                "artifacts[0].location",
                                "artifacts[0].digest",
                                "artifacts[0].size",
                                "targetDates.production",
                                "sprintEnd",
                                "supersede",
                                "scope",
                                "version",
                                "stakeholders[0]")));
        assertThat(database.published()).isEmpty();
    }

    @EveryDatabase
    void saysWhereTheJsonBreaks(Database database) throws Exception {
        var api = api(new House(database));

        api.perform(post("/api/releases").contentType(APPLICATION_JSON).content("{\n \"product\": payments}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.flaws[0].field").value(containsString("line 2")));
        api.perform(post("/api/releases").contentType(APPLICATION_JSON).content("[]"))
                .andExpect(status().isBadRequest());
        api.perform(post("/api/releases").contentType(APPLICATION_JSON)).andExpect(status().isBadRequest());
    }

    @EveryDatabase
    void tellsWrongFromForbiddenFromTooLate(Database database) throws Exception {
        var house = new House(database);
        var api = api(house);
        var id = house.open("1.0").id();
        var hold = "/api/releases/" + id + "/hold";

        api.perform(post(hold).contentType(APPLICATION_JSON).content("{}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.flaws[0].field").value("reason"));
        api.perform(post("/api/releases/" + id + "/resume")).andExpect(status().isConflict());
        api.perform(post(hold).contentType(APPLICATION_JSON).content("{\"reason\": \"audit\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.heldBecause").value("audit"));
        house.around.forbidden.add(Act.CANCEL_RELEASE);
        api.perform(post("/api/releases/" + id + "/cancel")
                        .contentType(APPLICATION_JSON)
                        .content("{\"reason\": \"no\"}"))
                .andExpect(status().isForbidden());
        api.perform(get("/api/releases/gone")).andExpect(status().isNotFound());
        api.perform(get("/api/releases/gone/plan")).andExpect(status().isNotFound());
    }

    @EveryDatabase
    void amendsOnlyWhatIsSent(Database database) throws Exception {
        var house = new House(database);
        var api = api(house);
        var id = house.open("1.0").id();

        api.perform(patch("/api/releases/" + id + "/plan")
                        .contentType(APPLICATION_JSON)
                        .content("{\"reason\": \"sales asked\", \"objectives\": \"More\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.planVersion").value(2));
        api.perform(patch("/api/releases/" + id + "/plan")
                        .contentType(APPLICATION_JSON)
                        .content("{\"reason\": \"why not\", \"version\": \"2.0\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.flaws[0].field").value("version"));

        assertThat(house.releases.plan(id).objectives()).isEqualTo("More");
        assertThat(house.releases.plan(id).scope()).hasSize(2);
    }

    @EveryDatabase
    void takesHowUsersAreToBeMovedAndLetsItBeAmended(Database database) throws Exception {
        var house = new House(database);
        var api = api(house);
        var canary = """
                "delivery": {"strategy": "canary", "stages": [{"share": 5, "soak": "10m"}, {"share": 100}],
                             "keepOld": "PT1H", "maxUnavailable": 25}""";

        api.perform(post("/api/releases")
                        .contentType(APPLICATION_JSON)
                        .content(PLAN.replaceFirst("\\{", "{" + canary + ",")))
                .andExpect(status().isCreated());
        api.perform(patch("/api/releases/payments-2.1.0/plan")
                        .contentType(APPLICATION_JSON)
                        .content("{\"reason\": \"too slow\", \"delivery\": {\"strategy\": \"blue-green\"}}"))
                .andExpect(status().isOk());

        api.perform(get("/api/releases/payments-2.1.0/plan"))
                .andExpect(jsonPath("$[0].delivery.strategy").value("canary"))
                .andExpect(jsonPath("$[0].delivery.stages[0].share").value(5))
                .andExpect(jsonPath("$[0].delivery.stages[0].soak").value("PT10M"))
                .andExpect(jsonPath("$[0].delivery.keepOld").value("PT1H"))
                .andExpect(jsonPath("$[0].delivery.maxUnavailable").value(25))
                .andExpect(jsonPath("$[1].delivery.strategy").value("blue-green"))
                .andExpect(jsonPath("$[1].delivery.stages").isEmpty());
    }

    @EveryDatabase
    void namesEveryFlawInHowUsersAreToBeMoved(Database database) throws Exception {
        var api = api(new House(database));
        var wrong = """
                "delivery": {"strategy": "big-bang", "keepOld": "-PT1S", "maxUnavailable": 101, "stages": [
                    {"share": 0, "soak": "soon"}, {"share": 50, "soak": "-1m"}, {"share": 50}, {"share": 90}]}""";

        api.perform(post("/api/releases")
                        .contentType(APPLICATION_JSON)
                        .content(PLAN.replaceFirst("\\{", "{" + wrong.replace("soon", "0s") + ",")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.flaws[*].field")
                        .value(containsInAnyOrder(
                                "delivery.strategy",
                                "delivery.keepOld",
                                "delivery.maxUnavailable",
                                "delivery.stages[0].share",
                                "delivery.stages[1].soak",
                                "delivery.stages[2].share",
                                "delivery.stages[3].share")));
        api.perform(post("/api/releases")
                        .contentType(APPLICATION_JSON)
                        .content(PLAN.replaceFirst("\\{", "{" + wrong + ",")))
                .andExpect(jsonPath("$.flaws[*].field").value(containsInAnyOrder("delivery.stages[0].soak")));
    }

    @EveryDatabase
    void listsPageAfterPage(Database database) throws Exception {
        var house = new House(database);
        var api = api(house);
        house.open("1.0");
        house.open("1.1");

        api.perform(get("/api/releases?state=pending,released&limit=1"))
                .andExpect(jsonPath("$.releases[0].id").value("payments-1.1"))
                .andExpect(jsonPath("$.next").value("payments-1.1"));
        api.perform(get("/api/releases?limit=2&before=payments-1.1"))
                .andExpect(jsonPath("$.releases[0].id").value("payments-1.0"))
                .andExpect(jsonPath("$.next").isEmpty());
        api.perform(get("/api/releases?state=asleep"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.flaws[0].reason").value(containsString("rolled-back")));
    }

    private static MockMvc api(House house) {
        var json = Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        return MockMvcBuilders.standaloneSetup(
                        new ReleaseController(house.releases, List.of()), new ReleaseChangesController(house.releases))
                .setMessageConverters(new StringHttpMessageConverter(), new MappingJackson2HttpMessageConverter(json))
                .build();
    }
}
