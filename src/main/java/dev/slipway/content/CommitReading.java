package dev.slipway.content;

import dev.slipway.identity.GitIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Understands a commit: its conventional subject, its issue keys, and who had a hand in it. */
final class CommitReading {

    private static final int LONGEST_SUBJECT = 500;
    private static final Pattern CONVENTIONAL = Pattern.compile(
            "^(?<type>[A-Za-z][A-Za-z0-9_-]*)(?:\\((?<scope>[^()]+)\\))?(?<breaking>!)?: +\\S.*", Pattern.DOTALL);
    private static final Pattern BREAKING = Pattern.compile("(?m)^BREAKING[ -]CHANGE(: | #)");
    private static final Pattern ISSUE = Pattern.compile(
            "(?<![A-Za-z0-9_-])([A-Z][A-Z0-9]{1,19})-[1-9][0-9]{0,9}(?![A-Za-z0-9_])|(?<![\\w#&/])#[1-9][0-9]{0,9}(?!\\w)");
    private static final Pattern CO_AUTHOR = Pattern.compile(
            "^co-authored-by:\\s*([^<>\\n]*?)\\s*<([^<>\\n]*)>\\s*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** What looks like an issue's project but is a standard or a list. */
    private static final Set<String> NO_PROJECTS = Set.of(
            "UTF", "SHA", "ISO", "RFC", "CVE", "CWE", "GHSA", "MD", "AES", "RSA", "UCS", "IEEE", "ECMA", "JEP", "JSR");

    private final Mailmap mailmap;

    CommitReading(Mailmap mailmap) {
        this.mailmap = mailmap;
    }

    Commit read(RevCommit commit) {
        var message = commit.getFullMessage();
        var subject = commit.getShortMessage();
        var conventional = CONVENTIONAL.matcher(subject);
        var is = conventional.matches();
        return new Commit(
                commit.name(),
                cut(subject),
                is ? conventional.group("type").toLowerCase(Locale.ROOT) : "",
                is ? orEmpty(conventional.group("scope")) : "",
                (is && conventional.group("breaking") != null)
                        || BREAKING.matcher(message).find(),
                issues(message),
                identity(commit.getAuthorIdent()),
                identity(commit.getCommitterIdent()),
                coAuthors(message),
                Instant.ofEpochSecond(commit.getCommitTime()));
    }

    private List<String> issues(String message) {
        var issues = new LinkedHashSet<String>();
        var matcher = ISSUE.matcher(message);
        while (matcher.find()) {
            if (matcher.group(1) == null || !NO_PROJECTS.contains(matcher.group(1))) {
                issues.add(matcher.group());
            }
        }
        return List.copyOf(issues);
    }

    private List<GitIdentity> coAuthors(String message) {
        var found = new ArrayList<GitIdentity>();
        var matcher = CO_AUTHOR.matcher(message);
        while (matcher.find()) {
            found.add(mailmap.of(
                    new GitIdentity(matcher.group(1), matcher.group(2).strip())));
        }
        return found.stream().distinct().toList();
    }

    /** A commit that was written by a broken tool may name nobody. */
    private GitIdentity identity(@Nullable PersonIdent person) {
        return person == null
                ? new GitIdentity("", "")
                : mailmap.of(new GitIdentity(person.getName(), person.getEmailAddress()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String cut(String subject) {
        return subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
