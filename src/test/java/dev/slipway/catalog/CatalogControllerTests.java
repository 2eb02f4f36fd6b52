package dev.slipway.catalog;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.nio.charset.StandardCharsets;
import org.hamcrest.Matchers;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CatalogControllerTests {

    @EveryDatabase
    void appliesAndReads(Database database) throws Exception {
        var mvc = mvc(database, true);

        mvc.perform(put("/api/catalog").contentType("application/yaml").content(Yaml.ENVIRONMENTS))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.changes[0]").value("environment production added"));
        mvc.perform(put("/api/catalog").contentType("application/yaml").content(Yaml.ENVIRONMENTS))
                .andExpect(jsonPath("$.message").value(Matchers.startsWith("Nothing has changed")));
        mvc.perform(get("/api/catalog").accept("application/json"))
                .andExpect(jsonPath("$.environments[1].name").value("Staging"));
        mvc.perform(get("/api/catalog").accept("application/yaml"))
                .andExpect(content().contentType("application/yaml"))
                .andExpect(content().string(Matchers.containsString("key: staging")));
        mvc.perform(get("/api/catalog/schema"))
                .andExpect(content().contentType("application/schema+json"))
                .andExpect(jsonPath("$.title").value("Slipway catalogue document"));
    }

    @EveryDatabase
    void appliesSeveralFilesAtOnce(Database database) throws Exception {
        mvc(database, true)
                .perform(multipart(HttpMethod.PUT, "/api/catalog")
                        .file(file("payments.yaml", Yaml.PAYMENTS))
                        .file(file("environments.yaml", Yaml.ENVIRONMENTS)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.changes.length()").value(3));
    }

    @EveryDatabase
    void namesEveryFlaw(Database database) throws Exception {
        mvc(database, true)
                .perform(multipart(HttpMethod.PUT, "/api/catalog").file(file("payments.yaml", Yaml.PAYMENTS)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").value("urn:slipway:problem:catalog-refused"))
                .andExpect(jsonPath("$.flaws[0].field").value("payments.yaml:14"))
                .andExpect(
                        jsonPath("$.flaws[0].reason").value("there is no environment 'staging'; there are: none yet"));
    }

    @EveryDatabase
    void refusesWhatIsNotText(Database database) throws Exception {
        mvc(database, true)
                .perform(
                        put("/api/catalog").contentType("application/yaml").content(new byte[] {(byte) 0xC3, (byte) 0x28
                        }))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.flaws[0].reason").value("is not in UTF-8"));
    }

    @EveryDatabase
    void letsOnlyThoseChangeItWhoMay(Database database) throws Exception {
        var mvc = mvc(database, false);

        mvc.perform(put("/api/catalog").contentType("application/yaml").content(Yaml.ENVIRONMENTS))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:slipway:problem:forbidden"));
        mvc.perform(multipart(HttpMethod.PUT, "/api/catalog").file(file("a", Yaml.ENVIRONMENTS)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/catalog").accept("application/json"))
                .andExpect(jsonPath("$.environments").isEmpty());
    }

    private static MockMultipartFile file(String name, String text) {
        return new MockMultipartFile("files", name, "application/yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static MockMvc mvc(Database database, boolean permitted) {
        var node = ACatalog.on(database);
        return MockMvcBuilders.standaloneSetup(new CatalogController(
                        node.catalog,
                        node.current,
                        new CatalogSchema(ACatalog.OTHERS),
                        ACatalog.OTHERS,
                        () -> permitted))
                .build();
    }
}
