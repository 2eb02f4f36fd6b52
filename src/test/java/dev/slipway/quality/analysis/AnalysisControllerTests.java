package dev.slipway.quality.analysis;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.release.AcceptanceCriterion.Direction;
import org.junit.jupiter.api.AfterEach;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class AnalysisControllerTests {

    private static final String ANALYSES = "/api/releases/shop-2.0.0/analyses";

    private final FakePrometheus prometheus = new FakePrometheus();

    @AfterEach
    void close() {
        prometheus.close();
    }

    @EveryDatabase
    void showsFiguresAndMeasurementsAndJudgesAgain(Database database) throws Exception {
        prometheus.says("failed", at -> Math.round(at / 10)).says("requests", at -> 50 * at);
        var ward = new Ward(database, prometheus.address(), Recordings.share(0.01, Direction.INCREASE));
        var mvc = MockMvcBuilders.standaloneSetup(new AnalysisController(ward.analyses, ward))
                .build();
        ward.look(31);

        mvc.perform(get(ANALYSES))
                .andExpect(jsonPath("$[0].finding").isEmpty())
                .andExpect(jsonPath("$[0].criteria[0].finding").value("pass"));
        mvc.perform(get(ANALYSES + "/1/judged-again")).andExpect(status().isConflict());

        ward.end();
        mvc.perform(get(ANALYSES + "/1"))
                .andExpect(jsonPath("$.finding").value("pass"))
                .andExpect(jsonPath("$.looks.length()").value(2))
                .andExpect(jsonPath("$.criteria[0].figures.total").value(30_000))
                .andExpect(jsonPath("$.criteria[0].words").value(containsString("of 30,000 against")));
        mvc.perform(get(ANALYSES + "/1/evidence"))
                .andExpect(jsonPath("$.recordings[0].questions[0].query").value("failed{version=\"2.0.0\"}"))
                .andExpect(jsonPath("$.recordings[0].questions[0].answer.series[0].points.length()")
                        .value(61));
        mvc.perform(get(ANALYSES + "/1/judged-again"))
                .andExpect(jsonPath("$.decided").value("pass"))
                .andExpect(jsonPath("$.finding").value("pass"))
                .andExpect(jsonPath("$.same").value(true));
        mvc.perform(get(ANALYSES + "/2")).andExpect(status().isNotFound());
        mvc.perform(get("/api/releases/nothing-1/analyses")).andExpect(status().isNotFound());
    }
}
