package dev.slipway.release;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Rules about versions as people name them. */
final class VersionName {

    static final int MAX_LENGTH = 64;

    private static final Pattern SENSIBLE = Pattern.compile("[vV]?[0-9][0-9A-Za-z]*([.+_-][0-9A-Za-z]+)*");
    private static final Pattern LOOKS_NUMBERED = Pattern.compile(".*-[rR][0-9]+");

    private VersionName() {}

    /** What is wrong with it, and how to cure that. */
    static Optional<String> flaw(String version) {
        if (version.isBlank()) {
            return Optional.of("A release needs a version. Give one such as 2.1.0.");
        }
        if (version.length() > MAX_LENGTH) {
            return Optional.of("This version has " + version.length() + " characters. Give one of at most " + MAX_LENGTH
                    + ", such as 2.1.0.");
        }
        if (!SENSIBLE.matcher(version).matches()) {
            return Optional.of(
                    "A version starts with a digit (a v before it is allowed) and goes on with letters and digits, with single . - _ or + between them, such as 2.1.0 or 2.1.0-rc1.");
        }
        if (LOOKS_NUMBERED.matcher(version).matches()) {
            return Optional.of(
                    "A version must not end like " + version.substring(version.lastIndexOf('-'))
                            + ": Slipway numbers repeated releases of one version that way. Give the version without it; the release is numbered by itself.");
        }
        return Optional.empty();
    }

    static boolean newer(String version, String than) {
        return comparable(version).compareTo(comparable(than)) > 0;
    }

    private static ComparableVersion comparable(String version) {
        var marked = version.startsWith("v") || version.startsWith("V");
        return new ComparableVersion(marked ? version.substring(1) : version);
    }
}
