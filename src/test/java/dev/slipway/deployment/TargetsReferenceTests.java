package dev.slipway.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The reference describes the settings that each adapter knows, and no others. */
class TargetsReferenceTests {

    private static final Pattern ROW = Pattern.compile("^\\| ((`[^`]+`(, )?)+) \\| ", Pattern.MULTILINE);
    private static final Pattern KNOWN = Pattern.compile("known are ([^;]+)");

    @Test
    void describesEverySettingOfEveryAdapter() throws IOException {
        var page = Files.readString(Path.of("docs/reference/targets.md"));
        try (var context = adapters()) {
            var adapters = context.getBeansOfType(Target.class).values();

            assertThat(adapters)
                    .extracting(Target::adapter)
                    .containsExactlyInAnyOrder("command", "http", "nginx", "kubernetes");
            assertThat(adapters).allSatisfy(adapter -> {
                var chapter = page.substring(page.indexOf("## `" + adapter.adapter() + "`\n"));
                var end = chapter.indexOf("\n## ");
                assertThat(described(end < 0 ? chapter : chapter.substring(0, end)))
                        .as(adapter.adapter())
                        .isEqualTo(known(adapter));
            });
        }
    }

    private static Set<String> described(String chapter) {
        var settings = chapter.substring(chapter.indexOf("| setting |"));
        return ROW.matcher(settings.substring(0, (settings + "\n\n").indexOf("\n\n")) + "\n")
                .results()
                .flatMap(row -> Arrays.stream(row.group(1).split(", ")))
                .map(name -> name.replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An adapter that is given a setting which it does not know names those that it does. */
    private static Set<String> known(Target adapter) {
        var strange = new TargetDescription(
                new EnvironmentKey("e"),
                ComponentKey.parse("p/c"),
                adapter.adapter(),
                Map.of("no such setting", ""),
                "");
        var names = KNOWN.matcher(String.join("; ", adapter.flaws(strange)));
        assertThat(names.find()).isTrue();
        return Arrays.stream(
                        names.group(1).replaceAll(" for the installer$", "").split(",? and |, "))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static AnnotationConfigApplicationContext adapters() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(
                DeploymentProperties.class,
                () -> new DeploymentProperties(
                        Path.of("target/runs"), "here", Duration.ofSeconds(1), Duration.ofDays(1)));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.scan(
                "dev.slipway.deployment.command",
                "dev.slipway.deployment.http",
                "dev.slipway.deployment.nginx",
                "dev.slipway.deployment.kubernetes");
        context.refresh();
        return context;
    }
}
