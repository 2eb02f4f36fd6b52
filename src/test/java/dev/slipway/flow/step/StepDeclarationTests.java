package dev.slipway.flow.step;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each step has one name wherever it appears. Run with {@code -Dslipway.update} to write templates and pages anew. */
class StepDeclarationTests {

    private static final Path TEMPLATES = Path.of("processes/.camunda/element-templates");
    private static final Path PAGES = Path.of("docs/reference/steps");
    private static final int LONGEST = 40;

    static List<DeclaredStep> steps() {
        return DeclaredStep.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void isCalledTheSameInClassAndLabel(DeclaredStep declared) {
        var words = declared.type()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);

        assertThat(declared.name()).isEqualTo(words.replace(' ', '-'));
        assertThat(declared.step().label().toLowerCase(Locale.ROOT)).isEqualTo(words);
        assertThat(declared.isWork()).isNotEqualTo(JavaDelegate.class.isAssignableFrom(declared.type()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void isOfferedByModelerAsItIsDeclared(DeclaredStep declared) throws IOException {
        compare(TEMPLATES.resolve(declared.name() + ".json"), ElementTemplate.of(declared));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void isExplainedAsItIsDeclared(DeclaredStep declared) throws IOException {
        compare(PAGES.resolve(declared.name() + ".md"), ReferencePage.of(declared));
    }

    @Test
    void everyStepIsInTheIndex() throws IOException {
        compare(PAGES.resolve("README.md"), ReferencePage.index(steps()));
    }

    @Test
    void nothingIsLeftOfStepsThatAreGone() throws IOException {
        var names = steps().stream().map(DeclaredStep::name).collect(toSet());

        assertThat(names(TEMPLATES, ".json")).isEqualTo(names);
        names.add("README");
        assertThat(names(PAGES, ".md")).isEqualTo(names);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void raisesTheErrorsThatItDeclares(DeclaredStep declared) throws IOException {
        var source = source(declared);

        assertThat(declared.step().errors())
                .allSatisfy(fault ->
                        assertThat(source.split("\"" + fault.code() + "\"", -1)).hasSizeGreaterThan(2));
        assertThat(source.contains("new BpmnError(") || source.contains("Result.Refused("))
                .isEqualTo(declared.step().errors().length > 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void decidesInFewLines(DeclaredStep declared) throws IOException {
        if (!declared.isWork()) {
            var body = source(declared)
                    .substring(
                            source(declared).indexOf("class " + declared.type().getSimpleName()));
            assertThat(body.lines()).hasSizeLessThanOrEqualTo(LONGEST);
        }
    }

    private static void compare(Path file, String expected) throws IOException {
        if (System.getProperty("slipway.update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file).as("run with -Dslipway.update to write it anew").hasContent(expected);
    }

    private static Set<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(toSet());
        }
    }

    private static String source(DeclaredStep declared) throws IOException {
        return Files.readString(
                Path.of("src/main/java", declared.type().getName().replace('.', '/') + ".java"));
    }
}
