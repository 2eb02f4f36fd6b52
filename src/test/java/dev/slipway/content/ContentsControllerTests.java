package dev.slipway.content;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ContentsControllerTests {

    private static final ProductKey PAYMENTS = new ProductKey("payments");

    @TempDir
    Path folder;

    private MockMvc mvc;

    @BeforeEach
    void serve() {
        var git = Git.in(folder.resolve("git"));
        git.bringIn(new Story()
                .commit("one", 0)
                .tag("v1")
                .commit("feat(api): two PAY-1", 10, 1)
                .main()
                .text());
        var product = Product.of(PAYMENTS, new FlowKey("devops-release"))
                .repository(git.path())
                .build();
        mvc = MockMvcBuilders.standaloneSetup(new ContentsController(
                        key -> Optional.of(product).filter(one -> one.key().equals(key)),
                        AContent.repositories(folder)))
                .build();
    }

    @Test
    void previewsARelease() throws Exception {
        mvc.perform(get("/api/contents?repository-of=payments"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.from").value("v1"))
                .andExpect(jsonPath("$.to").value("HEAD"))
                .andExpect(jsonPath("$.commits.length()").value(1))
                .andExpect(jsonPath("$.commits[0].scope").value("api"))
                .andExpect(jsonPath("$.commits[0].issues[0]").value("PAY-1"))
                .andExpect(jsonPath("$.commits[0].author.email").value("ada@example.com"));
    }

    @Test
    void namesTheParameterThatIsWrong() throws Exception {
        mvc.perform(get("/api/contents?repository-of=payments&to=v2"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").value("urn:slipway:problem:contents-refused"))
                .andExpect(jsonPath("$.flaws[0].field").value("to"));
        mvc.perform(get("/api/contents?repository-of=billing"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.flaws[0].field").value("repository-of"));
    }
}
