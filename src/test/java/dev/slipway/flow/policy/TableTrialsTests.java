package dev.slipway.flow.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.expression.TestLanguages;
import dev.slipway.flow.library.Models;
import dev.slipway.policy.spi.TableLibrary.Flaw;
import dev.slipway.policy.spi.TableLibrary.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTrialsTests {

    private static final String SOUND = Models.table("seats", "2.0", 5);

    @Test
    void triesATableWithoutDeployingIt() {
        assertThat(read(SOUND)).isInstanceOfSatisfying(Reading.Sound.class, sound -> {
            assertThat(sound.trial().decide(Map.of("risk", "high")).outputs())
                    .containsExactly(Map.of("seats", 5), Map.of("seats", 9));
            assertThat(sound.trial().looksAt("risk")).isTrue();
            assertThat(sound.trial().looksAt("hour")).isFalse();
        });
    }

    @Test
    void takesFactsThatItCannotBeAskedWithForFactsThatNoRuleMatches() {
        var numbers = SOUND.replace("typeRef=\"string\"", "typeRef=\"integer\"").replace("\"high\"", "&gt; 3");
        assertThat(read(numbers))
                .isInstanceOfSatisfying(
                        Reading.Sound.class,
                        sound -> assertThat(sound.trial()
                                        .decide(Map.of("risk", "many"))
                                        .outputs())
                                .isEmpty());
    }

    @Test
    void refusesAWrongTableWithLineReasonAndCure() {
        assertThat(Models.tableFlaws("seats", bytes(SOUND.replace("<text>risk</text>", "<text>weather</text>"))))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.line()).isEqualTo(5);
                    assertThat(flaw.reason()).contains("no fact 'weather'", "docs/reference/facts.md");
                });
        assertThat(Models.tableFlaws("seats", bytes(SOUND.replace("\"high\"", ">= >="))))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.line()).isEqualTo(9);
                    assertThat(flaw.reason()).contains("is no FEEL", "or leave the cell empty");
                });
        assertThat(Models.tableFlaws("seats", bytes(SOUND.replace("id=\"seats\"", "id=\"chairs\""))))
                .anyMatch(flaw -> flaw.reason().contains("whose id is the file's name, seats"));
        assertThat(Models.tableFlaws(
                        "seats", bytes(SOUND.replace("<rule id=\"r2\"", "<rule id=\"r2\" label=\"always\""))))
                .singleElement()
                .matches(flaw -> flaw.reason().contains("give each a name of its own"));
        assertThat(Models.tableFlaws("seats", bytes(SOUND.replace("</rule>", ""))))
                .allMatch(flaw -> flaw.reason().contains("cannot be read") && flaw.line() > 0);
        assertThat(Models.tableFlaws("seats", bytes("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:/etc/passwd'>]>" + SOUND)))
                .isNotEmpty();
        assertThat(Models.tableFlaws("seats", bytes(SOUND.replace("\"high\"", "${''.getClass()}"))))
                .isNotEmpty();
    }

    @Test
    void refusesWhatCouldRunForLong() {
        for (var endless : List.of(
                "some x in [1, 2] satisfies x = 1",
                "for x in [1, 2] return x",
                "matches(?, \"(a+)+\")",
                "9 ** 9999999")) {
            assertThat(flaws(SOUND.replace("\"high\"", endless)))
                    .singleElement()
                    .satisfies(flaw -> {
                        assertThat(flaw.file()).isEqualTo("mine.dmn");
                        assertThat(flaw.line()).isEqualTo(9);
                        assertThat(flaw.reason()).contains("may take very long", "write the condition without it");
                    });
        }
        assertThat(flaws(SOUND.replace("\"high\"", "\"" + "x".repeat(3_000) + "\"")))
                .singleElement()
                .matches(flaw -> flaw.reason().contains("at most 2000"));
        assertThat(read(SOUND.replace("\"high\"", "\"for every release\""))).isInstanceOf(Reading.Sound.class);
    }

    private static List<Flaw> flaws(String dmn) {
        return ((Reading.Flawed) read(dmn)).flaws();
    }

    private static Reading read(String dmn) {
        return new TableTrials(TestLanguages.languages()).read("seats", "mine.dmn", bytes(dmn));
    }

    private static byte[] bytes(String dmn) {
        return dmn.getBytes(StandardCharsets.UTF_8);
    }
}
