package dev.slipway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private static final Path DIAGRAM = Path.of("docs/architecture/modules.puml");

    private final ApplicationModules modules = ApplicationModules.of(Slipway.class);

    @Test
    void modulesUseOnlyWhatTheyMay() {
        modules.verify();
    }

    /** Run with {@code -Dupdate} to write the diagram anew. */
    @Test
    void theDiagramShowsTheModulesAsTheyAre(@TempDir Path folder) throws IOException {
        var options = Documenter.DiagramOptions.defaults().withStyle(Documenter.DiagramOptions.DiagramStyle.UML);
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml(options);
        var drawn = Files.readString(folder.resolve("components.puml"));
        if (System.getProperty("update") != null) {
            Files.writeString(DIAGRAM, drawn);
        }
        assertThat(Files.readString(DIAGRAM).lines())
                .containsExactlyInAnyOrderElementsOf(drawn.lines().toList());
    }

    @Test
    void onlyFlowKnowsTheEngine() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.slipway");
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.slipway.flow..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(classes);
    }
}
