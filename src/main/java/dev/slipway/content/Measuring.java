package dev.slipway.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.util.io.NullOutputStream;
import org.springframework.util.AntPathMatcher;

/** Measures what differs between two commits: files always, lines as long as there are few enough of them to read. */
final class Measuring {

    /** More changed files than this, and reading each would hold up whoever opens the release. */
    private static final int MOST_READ = 1_000;

    private static final int LARGEST_READ = 1_000_000;
    private static final int MOST_MIGRATIONS = 100;

    private final Repository repository;
    private final List<String> migrations;
    private final AntPathMatcher paths = new AntPathMatcher();

    Measuring(Repository repository, List<String> migrations) {
        this.repository = repository;
        this.migrations = migrations;
    }

    /** Without a start everything counts. */
    Extent between(Optional<RevCommit> from, RevCommit to) throws IOException {
        try (var reader = repository.newObjectReader();
                var differences = new DiffFormatter(NullOutputStream.INSTANCE)) {
            differences.setRepository(repository);
            differences.setDetectRenames(false);
            differences.setBinaryFileThreshold(LARGEST_READ);
            var start = from.isEmpty() ? new EmptyTreeIterator() : tree(reader, from.get());
            var files = differences.scan(start, tree(reader, to));
            return new Extent(files.size(), lines(differences, files), changing(files));
        }
    }

    private static AbstractTreeIterator tree(ObjectReader reader, RevCommit commit) throws IOException {
        return new CanonicalTreeParser(null, reader, commit.getTree());
    }

    private static int lines(DiffFormatter differences, List<DiffEntry> files) throws IOException {
        if (files.size() > MOST_READ) {
            return -1;
        }
        var lines = 0;
        for (var file : files) {
            for (Edit edit : differences.toFileHeader(file).toEditList()) {
                lines += edit.getLengthA() + edit.getLengthB();
            }
        }
        return lines;
    }

    private List<String> changing(List<DiffEntry> files) {
        var found = new ArrayList<String>();
        for (var file : files) {
            var path = file.getChangeType() == DiffEntry.ChangeType.DELETE ? file.getOldPath() : file.getNewPath();
            if (found.size() < MOST_MIGRATIONS && migrations.stream().anyMatch(one -> paths.match(one, path))) {
                found.add(path);
            }
        }
        return List.copyOf(found);
    }
}
