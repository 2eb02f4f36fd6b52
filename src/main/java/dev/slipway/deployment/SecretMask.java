package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of a text what nobody may read: the values of secret settings, and what looks like a token or password. */
final class SecretMask {

    private static final String STARS = "****";
    private static final int SHORTEST = 4;

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

    private SecretMask() {}

    /** The values of those settings whose names begin with {@code secret.}, also where they are meant for another adapter: {@code slot.secret.}. */
    static Collection<String> secretsOf(TargetDescription target) {
        return target.settings().entrySet().stream()
                .filter(setting -> ("." + setting.getKey()).contains(".secret."))
                .map(Map.Entry::getValue)
                .toList();
    }

    static String mask(String text, Collection<String> secrets) {
        var masked = text;
        for (var secret : longestFirst(secrets)) {
            masked = masked.replace(secret, STARS);
        }
        for (var token : TOKENS) {
            masked = token.matcher(masked).replaceAll(STARS);
        }
        return masked.replace("\0", "");
    }

    /** What is too short would blot out half of the text. */
    private static List<String> longestFirst(Collection<String> secrets) {
        return secrets.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
