package dev.slipway.flow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.slipway.Chromium;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main way of a decision, as a person walks it. Jobs and work steps run on this thread while the browser waits. */
class ApprovalInTasklistBrowserTests extends RefusalTest {

    @BeforeAll
    static void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @Test
    void movesTheReleaseOnTheBoard() {
        var id = waitingForApproval("1.0.0");
        try (var chromium = Chromium.at(port)) {
            var board = chromium.signedIn(
                    "rita", "secret-rita", "/?product=" + id.value().replace("-1.0.0", ""));
            assertThat(section(board, "pending")).containsText(id.value());
            assertThat(section(board, "pending")).containsText("production: Operations");

            var tasklist = chromium.signedIn("oscar", "secret-oscar", "/camunda/app/tasklist/default/");
            tasklist.getByText("My groups' tasks").first().click();
            tasklist.locator(".tasks-list .task", new Page.LocatorOptions().setHasText("production: Operations"))
                    .first()
                    .click();
            assertThat(tasklist.locator(".fjs-form")).containsText(id.value());
            assertThat(tasklist.locator(".fjs-form")).containsText("feat: version 1.0.0");
            tasklist.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(tasklist.getByText("oscar Test").nth(1)).isVisible();
            tasklist.getByLabel("Approve", new Page.GetByLabelOptions().setExact(true))
                    .check();
            tasklist.locator(".fjs-form textarea").fill("Read and understood.");
            var answer = tasklist.waitForResponse(
                    response -> response.url().endsWith("/submit-form"),
                    () -> tasklist.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                            .click());
            assertThat(answer.status()).isEqualTo(204);

            flows.go(id);
            assertThat(section(board, "pending")).not().containsText("production: Operations");
            flows.letTheWatchPass(id);

            assertThat(section(board, "released")).containsText(id.value());
            assertThat(section(board, "pending")).not().containsText(id.value());
            assertThat(chromium.troubles()).isEmpty();
        }
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(journal(id.value(), "approval.voted")).singleElement().satisfies(vote -> {
            assertThat(vote.actor().id()).isEqualTo("oscar");
            assertThat(vote.personal()).contains("Read and understood.");
        });
    }

    private static Locator section(Page board, String heading) {
        return board.locator("section[aria-labelledby=" + heading + "]");
    }
}
