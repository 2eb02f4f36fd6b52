package dev.slipway.quality;

import static dev.slipway.quality.Laboratory.GREEN;
import static dev.slipway.quality.Neighbourhood.BUILD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.Actor;
import dev.slipway.release.State;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class QualityControllerTests {

    private static final String EVIDENCE = "/api/releases/payments-2.1.0/evidence";

    private final Neighbourhood neighbours = new Neighbourhood();
    private Actor actor = BUILD;

    @EveryDatabase
    void takesTheBodyAsADocument(Database database) throws Exception {
        var mvc = mvc(database);

        var location = mvc.perform(raw("unit-tests", "junit", GREEN))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("unit-tests"))
                .andExpect(jsonPath("$.kind").value("junit"))
                .andExpect(jsonPath("$.fileName").value("unit-tests.xml"))
                .andExpect(jsonPath("$.measures['junit.tests']").value("3"))
                .andReturn()
                .getResponse()
                .getHeader("Location");

        assertThat(location).startsWith(EVIDENCE + "/");
        mvc.perform(get(EVIDENCE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].content").value(location));
    }

    @EveryDatabase
    void takesAFileOfAForm(Database database) throws Exception {
        var file = new MockMultipartFile("file", "C:\\tmp\\uat report.pdf", "application/pdf", bytes("%PDF-1.7"));

        mvc(database)
                .perform(multipart(EVIDENCE)
                        .file(file)
                        .param("name", "uat-report")
                        .param("kind", "DOCUMENT"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.fileName").value("uat report.pdf"));
    }

    @EveryDatabase
    void returnsADocumentThatNoBrowserWillShow(Database database) throws Exception {
        var mvc = mvc(database);
        var location = mvc.perform(
                        raw("notes", "document", "<script>alert(1)</script>").param("fileName", "nötes.html"))
                .andReturn()
                .getResponse()
                .getHeader("Location");

        mvc.perform(get(String.valueOf(location)))
                .andExpect(status().isOk())
                .andExpect(content().bytes(bytes("<script>alert(1)</script>")))
                .andExpect(content().contentType(MediaType.APPLICATION_OCTET_STREAM))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(header().longValue("Content-Length", 25))
                .andExpect(header().string("Content-Disposition", startsWith("attachment; filename=")));
    }

    @EveryDatabase
    void namesTheFieldAndTheCure(Database database) throws Exception {
        problem(mvc(database).perform(raw("unit-tests", "junit", "<html/>")), 422, "evidence-refused")
                .andExpect(jsonPath("$.flaws[0].field").value("content"))
                .andExpect(jsonPath("$.flaws[0].reason").value(containsString("is not what it says")));
        problem(mvc(database).perform(raw("unit-tests", "video", GREEN)), 422, "evidence-refused")
                .andExpect(jsonPath("$.flaws[0].field").value("kind"));
        problem(mvc(database).perform(post(EVIDENCE).content(GREEN).param("kind", "junit")), 422, "evidence-refused")
                .andExpect(jsonPath("$.flaws[0].field").value("name"));
    }

    @EveryDatabase
    void refusesWhatIsTooLarge(Database database) throws Exception {
        var body = new byte[Submission.LARGEST + 1];
        problem(
                mvc(database)
                        .perform(post(EVIDENCE)
                                .content(body)
                                .param("name", "notes")
                                .param("kind", "document")),
                413,
                "evidence-too-large");
        problem(
                mvc(database)
                        .perform(multipart(EVIDENCE)
                                .file(new MockMultipartFile("file", body))
                                .param("name", "notes")
                                .param("kind", "document")),
                413,
                "evidence-too-large");
    }

    @EveryDatabase
    void refusesABodyThatTheServerTookForFields(Database database) throws Exception {
        problem(
                mvc(database)
                        .perform(raw("notes", "document", "a=b").contentType(MediaType.APPLICATION_FORM_URLENCODED)),
                415,
                "content-type-not-usable");
    }

    @EveryDatabase
    void refusesWhoHasNoRight(Database database) throws Exception {
        actor = Actor.person("mallory");

        problem(mvc(database).perform(raw("notes", "document", "text")), 403, "evidence-refused")
                .andExpect(jsonPath("$.flaws[0].field").value("actor"));
    }

    @EveryDatabase
    void takesNothingForAnEndedRelease(Database database) throws Exception {
        neighbours.state = State.RELEASED;

        problem(mvc(database).perform(raw("notes", "document", "text")), 409, "evidence-refused")
                .andExpect(jsonPath("$.flaws[0].field").value("state"));
    }

    @EveryDatabase
    void knowsNoOtherRelease(Database database) throws Exception {
        var mvc = mvc(database);
        problem(mvc.perform(post("/api/releases/other/evidence").content("x")), 404, "release-unknown");
        problem(mvc.perform(get("/api/releases/other/evidence")), 404, "release-unknown");
        problem(mvc.perform(get("/api/releases/other/gates")), 404, "release-unknown");
    }

    @EveryDatabase
    void returnsNoEvidenceOfAnotherRelease(Database database) throws Exception {
        var mvc = mvc(database);
        var location = mvc.perform(raw("notes", "document", "text"))
                .andReturn()
                .getResponse()
                .getHeader("Location");

        problem(mvc.perform(get(String.valueOf(location).replace("payments-2.1.0", "other"))), 404, "evidence-unknown");
        problem(mvc.perform(get(EVIDENCE + "/" + "0".repeat(64))), 404, "evidence-unknown");
    }

    @EveryDatabase
    void listsGatesWithEveryFigure(Database database) throws Exception {
        neighbours.requiring("junit.failures", "=", "0");
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", GREEN);
        laboratory.assess("checks");

        mvc(laboratory)
                .perform(get("/api/releases/payments-2.1.0/gates"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].name").value("checks"))
                .andExpect(jsonPath("$[0].verdict").value("passed"))
                .andExpect(jsonPath("$[0].criteria[0].measured").value("0"));
    }

    private static ResultActions problem(ResultActions answer, int status, String code) throws Exception {
        return answer.andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:slipway:problem:" + code));
    }

    private static MockHttpServletRequestBuilder raw(String name, String kind, String body) {
        return post(EVIDENCE)
                .param("name", name)
                .param("kind", kind)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(bytes(body));
    }

    private MockMvc mvc(Database database) {
        return mvc(new Laboratory(database, neighbours, () -> actor));
    }

    private MockMvc mvc(Laboratory laboratory) {
        return MockMvcBuilders.standaloneSetup(new QualityController(laboratory.quality, neighbours))
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
