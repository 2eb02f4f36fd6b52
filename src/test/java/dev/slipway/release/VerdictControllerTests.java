package dev.slipway.release;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class VerdictControllerTests {

    @EveryDatabase
    void wakesWhenTheReleaseIsReleased(Database database) throws Exception {
        var house = new House(database);
        var verdicts = new Verdicts(house.releases);
        var api = api(house, verdicts);
        var id = house.open("1.0").id();

        var waiting = api.perform(get("/api/releases/" + id + "/verdict?wait=55s"))
                .andExpect(request().asyncStarted())
                .andReturn();
        house.releases.conclude(id, State.RELEASED, "done");
        verdicts.on(new ReleaseEvent.Concluded(id, State.RELEASED, "done"));

        answer(api, waiting)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("released"));
    }

    @EveryDatabase
    void seesAnEndOnAnotherNode(Database database) throws Exception {
        var house = new House(database);
        var verdicts = new Verdicts(house.releases);
        var api = api(house, verdicts);
        var id = house.open("1.0").id();

        var waiting =
                api.perform(get("/api/releases/" + id + "/verdict?wait=55s")).andReturn();
        house.releases.conclude(id, State.ROLLED_BACK, "the watch failed");
        verdicts.lookForEndsElsewhere();

        answer(api, waiting)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:slipway:problem:not-released"))
                .andExpect(jsonPath("$.state").value("rolled-back"))
                .andExpect(jsonPath("$.outcome").value("the watch failed"));
    }

    @EveryDatabase
    void saysThatItIsStillPending(Database database) throws Exception {
        var house = new House(database);
        var api = api(house, new Verdicts(house.releases));
        var id = house.open("1.0").id();

        var asked = api.perform(get("/api/releases/" + id + "/verdict")).andReturn();

        answer(api, asked).andExpect(status().isAccepted()).andExpect(header().exists("Retry-After"));
    }

    @EveryDatabase
    void refusesWhatIsNoTimeAndWhatIsNoRelease(Database database) throws Exception {
        var house = new House(database);
        var api = api(house, new Verdicts(house.releases));

        answer(api, api.perform(get("/api/releases/gone/verdict?wait=1s")).andReturn())
                .andExpect(status().isNotFound());
        answer(api, api.perform(get("/api/releases/gone/verdict?wait=long")).andReturn())
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.flaws[0].field").value("wait"));
        answer(api, api.perform(get("/api/releases/gone/verdict?wait=-1s")).andReturn())
                .andExpect(status().isBadRequest());
    }

    private static MockMvc api(House house, Verdicts verdicts) {
        return MockMvcBuilders.standaloneSetup(new VerdictController(house.releases, verdicts))
                .build();
    }

    private static ResultActions answer(MockMvc api, MvcResult asked) throws Exception {
        return api.perform(asyncDispatch(asked));
    }
}
