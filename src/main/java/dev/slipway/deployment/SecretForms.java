package dev.slipway.deployment;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** All the ways in which secrets may be written: as they are, line by line, in base64, hexadecimal, URLs, JSON and HTML. */
final class SecretForms {

    /** Nothing of it begins here. */
    static final int NONE = -1;

    /** Something may begin here, but the text ends before that is certain. */
    static final int OPEN = -2;

    /** What is too short would blot out half of the text. */
    private static final int SHORTEST = 4;

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    private final Map<Character, List<Form>> byStart = new HashMap<>();

    SecretForms(Collection<String> secrets) {
        secrets.stream().distinct().forEach(secret -> {
            add(secret);
            add(secret.strip());
            secret.lines().map(String::strip).forEach(this::add);
        });
    }

    private void add(String secret) {
        if (secret.strip().length() < SHORTEST) {
            return;
        }
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        add(secret, false);
        add(HtmlUtils.htmlEscape(secret), false);
        add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)), false);
        var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        for (var form : List.of(url, url.replace("+", "%20"))) {
            add(form, false);
            add(lowerCaseEscapes(form), false);
        }
        var hex = HexFormat.of().formatHex(bytes);
        add(hex, true);
        add(hex.toUpperCase(Locale.ROOT), true);
        addBase64(bytes);
    }

    private static String lowerCaseEscapes(String url) {
        return ESCAPE.matcher(url).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    /** What stands before a value shifts it: what is left of it is the same for each of three shifts. */
    private void addBase64(byte[] bytes) {
        var whole = Base64.getEncoder().encodeToString(bytes);
        add(whole, true);
        add(whole.replace('+', '-').replace('/', '_'), true);
        for (var shift = 0; shift < 3; shift++) {
            var shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            var core = text.substring((shift * 8 + 5) / 6, shifted.length * 8 / 6);
            add(core, true);
            add(core.replace('+', '-').replace('/', '_'), true);
        }
        Arrays.fill(bytes, (byte) 0);
    }

    private void add(String text, boolean wraps) {
        if (text.length() >= SHORTEST) {
            var forms = byStart.computeIfAbsent(text.charAt(0), start -> new ArrayList<>());
            var form = new Form(text, wraps);
            if (!forms.contains(form)) {
                forms.add(form);
            }
        }
    }

    /** Where the longest form that begins at this place ends; {@link #NONE} or {@link #OPEN} where none does. */
    int end(String text, int at, boolean last) {
        var longest = NONE;
        for (var form : byStart.getOrDefault(text.charAt(at), List.of())) {
            var end = form.end(text, at);
            if (end == OPEN && !last) {
                return OPEN;
            }
            longest = Math.max(longest, end == OPEN ? NONE : end);
        }
        return longest;
    }

    /** @param wraps whether whoever writes it may break it into lines */
    private record Form(String text, boolean wraps) {

        int end(String in, int from) {
            var at = from;
            for (var next = 0; next < text.length(); next++) {
                while (wraps && next > 0 && at < in.length() && (in.charAt(at) == '\n' || in.charAt(at) == '\r')) {
                    at++;
                }
                if (at == in.length()) {
                    return OPEN;
                }
                if (in.charAt(at) != text.charAt(next)) {
                    return NONE;
                }
                at++;
            }
            return at;
        }
    }
}
