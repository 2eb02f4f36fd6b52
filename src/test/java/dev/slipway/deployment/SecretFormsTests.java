package dev.slipway.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretFormsTests {

    private static final List<String> SECRETS = List.of(
            "tiger",
            "p@ss wörd&<\"quoted\">/+?",
            "correct-horse-battery-staple-0123456789-0123456789-0123456789-0123456789-0123456789",
            "first line of a key\nsecond line of it\nthird");

    static Stream<String> written() {
        return SECRETS.stream().flatMap(SecretFormsTests::forms);
    }

    private static Stream<String> forms(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                url,
                url.replace("+", "%20"),
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.UTF_8)).encodeToString(bytes),
                Base64.getMimeEncoder(64, "\r\n".getBytes(StandardCharsets.UTF_8))
                        .encodeToString(bytes));
    }

    /** However a log is cut into pieces, nothing of a secret is left in it. */
    @ParameterizedTest
    @MethodSource("written")
    void masksEveryFormAcrossEveryBorder(String form) {
        var text = "before " + form + " after\n";
        for (var cut = 0; cut <= text.length(); cut++) {
            var mask = new SecretMask(SECRETS);
            var masked = mask.next(text.substring(0, cut)) + mask.next(text.substring(cut)) + mask.rest();

            assertThat(masked).startsWith("before ****").endsWith("after\n").doesNotContain(form);
            assertThat(masked.replace("*", "")
                            .replace("before", "")
                            .replace("after", "")
                            .strip())
                    .hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void masksBase64OfATextThatHoldsASecret() {
        for (var secret : SECRETS) {
            for (var prefix : List.of("", "a", "ab", "user:")) {
                var whole = (prefix + secret + "\n").getBytes(StandardCharsets.UTF_8);
                var encoded = Base64.getEncoder().encodeToString(whole);

                assertThat(SecretMask.mask(encoded, SECRETS)).contains("****");
                assertThat(SecretMask.mask(encoded, SECRETS).replace("*", ""))
                        .hasSizeLessThanOrEqualTo(prefix.length() * 4 / 3 + 6);
            }
        }
    }

    @Test
    void cutsAnyTextAnywhereAndLeavesNothingOfASecret() {
        var random = new Random(4711);
        for (var run = 0; run < 200; run++) {
            var text = new StringBuilder();
            for (var piece = 0; piece < 20; piece++) {
                text.append(random.nextBoolean() ? "tiger" : "tig ").append(random.nextInt(100));
            }
            var mask = new SecretMask(SECRETS);
            var masked = new StringBuilder();
            for (var at = 0; at < text.length(); ) {
                var end = Math.min(text.length(), at + 1 + random.nextInt(6));
                masked.append(mask.next(text.substring(at, end)));
                at = end;
            }
            masked.append(mask.rest());

            assertThat(masked.toString()).isEqualTo(text.toString().replace("tiger", "****"));
        }
    }

    @Test
    void keepsNothingBackThatCannotBeASecret() {
        var mask = new SecretMask(SECRETS);

        assertThat(mask.next("installing all!\n")).isEqualTo("installing all!\n");
        assertThat(mask.next("a tig")).isEqualTo("a ");
        assertThat(mask.next("ht squeeze\n")).isEqualTo("tight squeeze\n");
    }
}
