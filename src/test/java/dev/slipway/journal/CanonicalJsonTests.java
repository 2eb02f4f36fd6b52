package dev.slipway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalJsonTests {

    @Test
    void sortsMembersAndLeavesNoSpace() {
        assertThat(CanonicalJson.of(Map.of("b", 1, "a", List.of(true, "x"), "é", "ü"))
                        .text())
                .isEqualTo("{\"a\":[true,\"x\"],\"b\":1,\"é\":\"ü\"}");
    }

    @Test
    void spellsEqualNumbersAlike() {
        assertThat(CanonicalJson.of(List.of(2, 2L, 2.0, new BigDecimal("2.00"))).text())
                .isEqualTo("[2,2,2,2]");
    }

    @Test
    void keepsAsTextWhatADoubleWouldRound() {
        assertThat(CanonicalJson.of(List.of(9007199254740993L, new BigDecimal("0.1234567890123456789"), Double.NaN))
                        .text())
                .isEqualTo("[\"9007199254740993\",\"0.1234567890123456789\",\"NaN\"]");
    }

    @Test
    void cutsInstantsToMicroseconds() {
        assertThat(CanonicalJson.of(Map.of("at", Instant.parse("2026-01-01T00:00:00.123456789Z")))
                        .text())
                .isEqualTo("{\"at\":\"2026-01-01T00:00:00.123456Z\"}");
    }

    @Test
    void takesNothingAndWhateverHasATextForm() {
        assertThat(CanonicalJson.of(Arrays.asList(null, Duration.ofHours(2), Actor.SYSTEM))
                        .text())
                .isEqualTo("[null,\"PT2H\",\"system:slipway\"]");
    }

    @Test
    void replacesHalfASurrogatePairAndEscapesControlCharacters() {
        assertThat(CanonicalJson.of(List.of("a\ud800b", "\u0000")).text()).isEqualTo("[\"a?b\",\"\\u0000\"]");
    }

    @Test
    void spellsAsTheReferenceImplementationDoes() throws IOException {
        var random = new Random(8785);
        var letters = "aZé\"\\/\b\t\n\f\r\u0001\u001f\u007f\u20ac\ufb33\ud83d\ude02";
        for (var round = 0; round < 500; round++) {
            var members = new HashMap<String, Object>();
            for (var member = random.nextInt(8); member > 0; member--) {
                var name = random.ints(random.nextInt(5), 0, letters.length())
                        .mapToObj(letters::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining());
                var number = Math.scalb(random.nextInt() / 3.0, random.nextInt(200) - 100);
                members.put(name, List.of(name, number, random.nextLong() >> random.nextInt(60), random.nextBoolean()));
            }
            var plain = new JsonMapper().writeValueAsString(PlainValue.of(members));

            assertThat(CanonicalJson.of(members).text()).isEqualTo(new JsonCanonicalizer(plain).getEncodedString());
        }
    }

    @Test
    void refusesWhatHasNoTextForm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.of(Map.of("what", new Object())))
                .withMessageContaining("Give its id");
    }

    @Test
    void readsBackWhatItSpelledOut() {
        assertThat(CanonicalJson.of(Map.of("a", List.of(1, "x"))).members()).isEqualTo(Map.of("a", List.of(1, "x")));
    }
}
