package dev.slipway.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.slipway.SlipwayTest;
import dev.slipway.flow.Accounts;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SlipwayTest
class SignInBrowserTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @BeforeAll
    static void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @Test
    void leadsIntoTasklistAndOutOfEverything() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed");
        accounts.ensure(
                new Person(new PersonId("walker"), "Wil Walker", "wil@example.org"),
                "correct horse battery",
                Set.of(new GroupId("walkers")));
        var options =
                new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox"));
        try (var playwright = Playwright.create();
                var chromium = playwright.chromium().launch(options)) {
            var page = chromium.newPage();
            var errors = new ArrayList<String>();
            page.onPageError(errors::add);

            page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
            page.getByLabel("User name").fill("walker");
            page.getByLabel("Password").fill("correct horse battery");
            page.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByText("My groups' tasks").first()).isVisible();
            assertThat(page.getByText("All tasks").first()).isVisible();
            assertThat(page.locator(".ce-eol-banner")).isHidden();

            page.locator(".account .dropdown-toggle, [cam-widget-header] .account a")
                    .first()
                    .click();
            page.getByText("Log out").click();
            assertThat(page).hasURL(Pattern.compile(".*/login.*"));
            assertThat(page.getByLabel("Password")).isVisible();
            assertThat(errors).isEmpty();
        }
    }
}
