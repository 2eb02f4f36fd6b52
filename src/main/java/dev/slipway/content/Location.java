package dev.slipway.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;

/** Where a repository is. */
sealed interface Location {

    Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(//|:).*");
    Pattern SHORT_SSH = Pattern.compile("^[A-Za-z0-9._-]+@[A-Za-z0-9][A-Za-z0-9.-]*:(?!-)\\S.*");
    Set<String> SCHEMES = Set.of("http", "https", "ssh", "git");

    /** A folder on this machine, read where it is. */
    record Local(Path folder) implements Location {}

    /**
     * A repository elsewhere, read from a copy.
     *
     * @param shown the URL for people: without who signs in, and how
     */
    record Remote(URIish uri, String shown) implements Location {}

    /** Nothing that could be read. */
    record Wrong(String reason) implements Location {}

    static Location of(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            return new Wrong("give a path, or a URL such as https://git.example.com/payments.git");
        }
        var scheme = SCHEME.matcher(text);
        try {
            if (text.toLowerCase(Locale.ROOT).startsWith("file:")) {
                return new Local(Path.of(new URI(text)));
            }
            if (scheme.matches()) {
                return remote(scheme.group(1).toLowerCase(Locale.ROOT), scheme.group(2), text);
            }
            return SHORT_SSH.matcher(text).matches() ? shown(new URIish(text)) : new Local(Path.of(text));
        } catch (URISyntaxException | IllegalArgumentException wrong) {
            return new Wrong("is neither a path nor a URL that can be understood");
        }
    }

    private static Location remote(String scheme, String separator, String text) throws URISyntaxException {
        if (!SCHEMES.contains(scheme) || !separator.equals("//")) {
            return new Wrong("'" + scheme + "' is not allowed here; use a path, or file, http, https, ssh or git");
        }
        var uri = new URIish(text);
        var host = uri.getHost();
        if (host == null
                || host.isEmpty()
                || host.startsWith("-")
                || uri.getPath() == null
                || uri.getPath().startsWith("/-")) {
            return new Wrong("names no host, or one that cannot be");
        }
        return shown(uri);
    }

    private static Location shown(URIish uri) {
        return new Remote(uri, uri.setUser(null).setPass(null).toString());
    }
}
