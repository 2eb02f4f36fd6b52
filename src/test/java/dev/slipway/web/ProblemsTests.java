package dev.slipway.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ProblemsTests {

    private final MockMvc api = MockMvcBuilders.standaloneSetup(new Things())
            .setControllerAdvice(new Problems())
            .build();

    @Test
    void namesLineAndFieldOfMalformedJson() throws Exception {
        api.perform(post("/api/things").contentType(APPLICATION_JSON).content("{\n  \"name\": x}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:slipway:problem:unreadable-request"))
                .andExpect(jsonPath("$.flaws[0].reason").value(containsString("line 2")));
        api.perform(post("/api/things").contentType(APPLICATION_JSON).content("{\"size\": \"big\"}"))
                .andExpect(jsonPath("$.flaws[0].field").value("size"));
    }

    @Test
    void namesTheParameterThatIsWrongOrMissing() throws Exception {
        api.perform(get("/api/things?limit=many"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.flaws[0].field").value("limit"));
        api.perform(get("/api/things"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("limit")));
    }

    @Test
    void answersAsTheProtocolSays() throws Exception {
        api.perform(delete("/api/things"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().exists("Allow"))
                .andExpect(jsonPath("$.type").value("urn:slipway:problem:method-not-allowed"));
        api.perform(post("/api/things").contentType("text/csv").content("a"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void keepsTheCauseOfAnIncidentToTheLog() throws Exception {
        api.perform(get("/api/broken"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.incident").isNotEmpty())
                .andExpect(content().string(not(containsString("secret"))));
    }

    @Test
    void leavesPagesToThemselves() {
        assertThatThrownBy(() -> api.perform(get("/broken"))).hasRootCauseMessage("secret");
    }

    @RestController
    static class Things {

        @PostMapping("/api/things")
        Thing make(@RequestBody Thing thing) {
            return thing;
        }

        @GetMapping("/api/things")
        int list(@RequestParam int limit) {
            return limit;
        }

        @GetMapping({"/api/broken", "/broken"})
        void broken() {
            throw new IllegalStateException("secret");
        }
    }

    record Thing(String name, int size) {}
}
