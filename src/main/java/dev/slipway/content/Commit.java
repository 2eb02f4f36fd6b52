package dev.slipway.content;

import dev.slipway.identity.GitIdentity;
import java.time.Instant;
import java.util.List;

/**
 * One commit, read as a conventional commit where it is one.
 *
 * @param type such as {@code feat} or {@code fix}; empty where the subject has none
 * @param scope empty where there is none
 * @param issues keys such as {@code PAY-12} or {@code #7}, in order of appearance
 */
public record Commit(
        String sha,
        String subject,
        String type,
        String scope,
        boolean breaking,
        List<String> issues,
        GitIdentity author,
        GitIdentity committer,
        List<GitIdentity> coAuthors,
        Instant at) {}
