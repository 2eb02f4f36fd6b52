package dev.slipway.approval;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ApprovalControllerTests {

    private final Neighbourhood neighbours =
            new Neighbourhood().person("quin", "qa").asking("qa", 2);

    @EveryDatabase
    void listsSeatsAndVotes(Database database) throws Exception {
        var ballot = new Ballot(database, neighbours);
        ballot.approve(ballot.open(), 1, "quin");

        mvc(ballot)
                .perform(get("/api/releases/payments-2.1.0/approvals"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].purpose").value("qa-sign-off"))
                .andExpect(jsonPath("$[0].outcome").value("open"))
                .andExpect(jsonPath("$[0].seats[0].voter").value("quin"))
                .andExpect(jsonPath("$[0].seats[0].decision").value("approve"))
                .andExpect(jsonPath("$[0].seats[1].label").value("QA, 2 of 2"))
                .andExpect(jsonPath("$[0].excluded[0]").value("dave"))
                .andExpect(jsonPath("$[0].warnings.length()").value(1));
    }

    @EveryDatabase
    void knowsNoOtherRelease(Database database) throws Exception {
        mvc(new Ballot(database, neighbours))
                .perform(get("/api/releases/other-1.0/approvals"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:slipway:problem:release-unknown"));
    }

    private MockMvc mvc(Ballot ballot) {
        return MockMvcBuilders.standaloneSetup(new ApprovalController(ballot.approvals, neighbours))
                .build();
    }
}
