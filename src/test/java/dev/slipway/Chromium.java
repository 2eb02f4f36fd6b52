package dev.slipway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A real browser. Tests that need one are skipped, and say so, where none is installed. */
public final class Chromium implements AutoCloseable {

    private static final Path PROGRAM =
            Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium"));

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(List.of("--no-sandbox")));
    private final String root;
    private final List<String> troubles = new ArrayList<>();

    private Chromium(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    public static Chromium at(int port) {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "Chromium is not installed at " + PROGRAM + "; the variable CHROMIUM can say where it is");
        return new Chromium(port);
    }

    /** A window of its own in which this person has signed in and is shown the path. */
    public Page signedIn(String person, String password, String path) {
        var page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1500, 1000))
                .newPage();
        page.onPageError(error -> troubles.add("script: " + error));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                troubles.add(response.status() + " " + response.request().method() + " "
                        + response.url().replace(root, ""));
            }
        });
        page.navigate(root + path);
        page.getByLabel("User name").fill(person);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON).click();
        return page;
    }

    public void go(Page page, String path) {
        page.navigate(root + path);
    }

    /** What went wrong in any window so far: scripts that failed, and answers of 400 and above. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
