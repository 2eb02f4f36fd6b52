package dev.slipway.flow.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.flow.TestEngine;
import dev.slipway.flow.expression.TestLanguages;
import dev.slipway.flow.identity.TestIdentity;
import dev.slipway.flow.library.Models;
import dev.slipway.flow.library.TestLibrary;
import dev.slipway.policy.spi.Table;
import dev.slipway.policy.spi.TableLibrary.Flaw;
import dev.slipway.policy.spi.TableLibrary.Near;
import dev.slipway.policy.spi.TableLibrary.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

class TableShelfTests {

    @EveryDatabase
    void knowsEveryVersionThatWasEverInForce(Database database) {
        var engine = TestEngine.on(database);
        var library = new TestLibrary(database, engine);
        var shelf = shelf(engine, library);
        library.deploy(files(Models.table("seats", "1.0", 1)));
        library.deploy(files(Models.table("seats", "1.1", 2)));

        assertThat(shelf.versions("seats")).containsExactly("1.1 (2)", "1.0 (1)");
        assertThat(shelf.versions("other")).isEmpty();
        assertThat(shelf.current()).singleElement().satisfies(table -> {
            assertThat(table.version()).isEqualTo("1.1 (2)");
            assertThat(table.rules()).extracting(Table.Rule::name).containsExactly("always", "r2");
        });
        assertThat(shelf.find("seats", "1.0 (1)").orElseThrow().rules().get(0).answers())
                .containsExactly("1");
        assertThat(shelf.find("seats", "1.0 (9)")).isEmpty();
        engine.close();
    }

    @EveryDatabase
    void findsRulesThatOneConditionKeepsFromMatching(Database database) {
        var engine = TestEngine.on(database);
        var library = new TestLibrary(database, engine);
        library.deploy(files(Models.table("seats", "1.0", 1)));
        var shelf = shelf(engine, library);
        var table = shelf.find("seats", "1.0 (1)").orElseThrow();

        assertThat(shelf.nearly(table, Map.of("risk", "low")))
                .containsExactly(new Near(table.rules().get(1), 0));
        assertThat(shelf.nearly(table, Map.of("risk", "high"))).isEmpty();
        engine.close();
    }

    @EveryDatabase
    void triesATableWithoutDeployingIt(Database database) {
        var engine = TestEngine.on(database);
        var library = new TestLibrary(database, engine);
        var shelf = shelf(engine, library);

        var reading = shelf.read("seats", "mine.dmn", bytes(Models.table("seats", "2.0", 5)));

        assertThat(reading).isInstanceOfSatisfying(Reading.Sound.class, sound -> {
            assertThat(sound.trial().decide(Map.of("risk", "high")).outputs())
                    .containsExactly(Map.of("seats", 5), Map.of("seats", 9));
            assertThat(sound.trial().looksAt("risk")).isTrue();
            assertThat(sound.trial().looksAt("hour")).isFalse();
        });
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isZero();
        engine.close();
    }

    @EveryDatabase
    void refusesAWrongTableWithFileLineReasonAndCure(Database database) {
        var engine = TestEngine.on(database);
        var shelf = shelf(engine, new TestLibrary(database, engine));
        var sound = Models.table("seats", "2.0", 5);

        assertThat(flaws(shelf, sound.replace("<text>risk</text>", "<text>weather</text>")))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.file()).isEqualTo("mine.dmn");
                    assertThat(flaw.line()).isEqualTo(5);
                    assertThat(flaw.reason()).contains("no fact 'weather'", "docs/reference/facts.md");
                });
        assertThat(flaws(shelf, sound.replace("\"high\"", ">= >=")))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.line()).isEqualTo(9);
                    assertThat(flaw.reason()).contains("is no FEEL", "or leave the cell empty");
                });
        assertThat(flaws(shelf, sound.replace("id=\"seats\"", "id=\"chairs\"")))
                .extracting(Flaw::reason)
                .anyMatch(reason -> reason.contains("whose id is the file's name, seats"));
        assertThat(flaws(shelf, sound.replace("</rule>", "")))
                .extracting(Flaw::reason)
                .allMatch(reason -> reason.contains("cannot be read"));
        assertThat(flaws(shelf, sound.replace("\"high\"", "some x in [1, 2] satisfies x = 1")))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.reason()).contains("may take very long");
                    assertThat(flaw.line()).isEqualTo(9);
                });
        assertThat(flaws(shelf, "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:/etc/passwd'>]>" + sound.substring(38)))
                .isNotEmpty();
        assertThat(flaws(shelf, sound.replace("\"high\"", "${''.getClass()}"))).isNotEmpty();
        engine.close();
    }

    private static List<Flaw> flaws(TableShelf shelf, String dmn) {
        return ((Reading.Flawed) shelf.read("seats", "mine.dmn", bytes(dmn))).flaws();
    }

    private static TableShelf shelf(ProcessEngine engine, TestLibrary library) {
        return new TableShelf(
                engine.getRepositoryService(),
                library.library(),
                TestIdentity.unrestricted(engine),
                TestLanguages.languages());
    }

    private static Map<String, String> files(String table) {
        return Map.of("flows/p.bpmn", Models.asking("p", "qa"), "policies/seats.dmn", table);
    }

    private static byte[] bytes(String dmn) {
        return dmn.getBytes(StandardCharsets.UTF_8);
    }
}
