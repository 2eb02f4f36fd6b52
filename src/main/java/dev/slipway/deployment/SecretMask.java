package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes out of a text what nobody may read: the values of secrets, plainly or in a common encoding, and what looks like a token or password. A text may come
 * in pieces: what could be the beginning of a value is kept back until it is clear whether it is one.
 */
final class SecretMask {

    private static final String STARS = "****";
    private static final int LONGEST_WORD = 256;

    private static final List<Pattern> TOKENS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
            Pattern.compile("\\b(gh[pousr]_|github_pat_|glpat-|xox[abprs]-|slp_|slw_|npm_|hvs\\.)[A-Za-z0-9_.-]{10,}"),
            Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"),
            Pattern.compile("(?i)(?<=\\bbearer )[A-Za-z0-9._~+/-]{12,}=*"),
            Pattern.compile("(?i)(?<=authorization[:=] {0,2}basic )[A-Za-z0-9+/]{4,}=*"),
            Pattern.compile("(?<=://)[^/\\s:@]*:[^/\\s@]+(?=@)"),
            Pattern.compile(
                    "(?i)(?<=(password|passwd|secret|token|api.?key|access.?key|private.?key)[\"']{0,1}\\s{0,3}[=:]\\s{0,3}[\"']{0,1})[^\\s\"',;&]+"));

    private final SecretForms forms;
    private String kept = "";

    SecretMask(Collection<String> secrets) {
        this.forms = new SecretForms(secrets);
    }

    /** The values of those settings whose names begin with {@code secret.}, also where they are meant for another adapter: {@code slot.secret.}. */
    static Collection<String> secretsOf(TargetDescription target) {
        return target.settings().entrySet().stream()
                .filter(setting -> ("." + setting.getKey()).contains(".secret."))
                .map(Map.Entry::getValue)
                .toList();
    }

    static String mask(String text, Collection<String> secrets) {
        return new SecretMask(secrets).masked(text, true);
    }

    /** Masks the next piece. The last word of it may come with the piece after. */
    String next(String piece) {
        return masked(kept + piece, false);
    }

    /** Masks what was kept back, when nothing comes any more. */
    String rest() {
        return masked(kept, true);
    }

    private String masked(String text, boolean last) {
        var out = new StringBuilder(text.length());
        var at = 0;
        var word = new Start(0, 0);
        kept = "";
        while (at < text.length()) {
            var end = forms.end(text, at, last);
            if (end == SecretForms.OPEN) {
                var start = at - word.in() > LONGEST_WORD ? new Start(at, out.length()) : word;
                kept = text.substring(start.in());
                out.setLength(start.out());
                break;
            }
            if (end == SecretForms.NONE) {
                out.append(text.charAt(at++));
            } else {
                out.append(STARS);
                at = end;
            }
            if (Character.isWhitespace(text.charAt(at - 1))) {
                word = new Start(at, out.length());
            }
        }
        return withoutTokens(out.toString());
    }

    private static String withoutTokens(String text) {
        var masked = text;
        for (var token : TOKENS) {
            masked = token.matcher(masked).replaceAll(STARS);
        }
        return masked.replace("\0", "");
    }

    /** Where a word begins in what came and in what goes: what looks like a token is recognised as a whole. */
    private record Start(int in, int out) {}
}
