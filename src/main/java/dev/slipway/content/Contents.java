package dev.slipway.content;

import dev.slipway.identity.GitIdentity;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is inside: every commit reachable from {@code to} and not from {@code from}, newest first, as {@code git log from..to} lists them.
 *
 * @param from the ref as asked for, or the tag that was found instead; empty where everything up to {@code to} counts
 * @param commit the full SHA of {@code to}
 * @param extent how much differs
 */
public record Contents(String from, String to, String commit, List<Commit> commits, Extent extent) {

    /** Contents that were kept before anybody counted have no extent. */
    public Contents {
        extent = Objects.requireNonNullElse(extent, Extent.UNKNOWN);
    }

    public Contents(String from, String to, String commit, List<Commit> commits) {
        this(from, to, commit, commits, Extent.UNKNOWN);
    }

    /** Authors, committers and co-authors, after the repository's own {@code .mailmap}. */
    public Set<GitIdentity> hands() {
        var hands = new LinkedHashSet<GitIdentity>();
        for (var one : commits) {
            hands.add(one.author());
            hands.add(one.committer());
            hands.addAll(one.coAuthors());
        }
        return Collections.unmodifiableSet(hands);
    }
}
