package dev.slipway.content;

import dev.slipway.content.Reading.Read;
import dev.slipway.content.Reading.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads one open repository. */
final class History {

    private static final int LARGEST_MAILMAP = 1_000_000;

    private final Repository repository;
    private final int mostCommits;
    private final Measuring measuring;

    History(Repository repository, int mostCommits, List<String> migrations) {
        this.repository = repository;
        this.mostCommits = mostCommits;
        this.measuring = new Measuring(repository, migrations);
    }

    Reading between(String from, String to) throws IOException {
        try (var walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            var names = new Names(repository, walk);
            var end = names.commit(to);
            if (end.isEmpty()) {
                return new Refused("revision", unknown(to, names));
            }
            var since =
                    from.isEmpty() ? new NewestTag(repository).before(end.get()).orElse("") : from;
            var start = names.commit(since);
            if (start.isEmpty() && !since.isEmpty()) {
                return new Refused("from", unknown(since, names));
            }
            var listing = new CommitWalk(walk);
            var listed = start.isEmpty()
                    ? listing.upTo(end.get(), mostCommits)
                    : listing.between(start.get(), end.get(), mostCommits);
            var reading = new CommitReading(mailmap(walk, end.get()));
            var commits = new ArrayList<Commit>(listed.size());
            for (var commit : listed) {
                walk.parseBody(commit);
                commits.add(reading.read(commit));
                commit.disposeBody();
            }
            if (start.isPresent()) {
                walk.parseBody(start.get());
            }
            return new Read(new Contents(since, to, end.get().name(), commits, measuring.between(start, end.get())));
        }
    }

    private Mailmap mailmap(RevWalk walk, RevCommit commit) throws IOException {
        walk.parseBody(commit);
        try (var tree = TreeWalk.forPath(walk.getObjectReader(), ".mailmap", commit.getTree())) {
            if (tree == null || (tree.getFileMode().getBits() & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
                return Mailmap.NONE;
            }
            var blob = walk.getObjectReader().open(tree.getObjectId(0));
            return blob.getSize() > LARGEST_MAILMAP
                    ? Mailmap.NONE
                    : Mailmap.parse(new String(blob.getBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String unknown(String name, Names names) throws IOException {
        var alike = names.alike(name);
        return "there is no tag, branch or commit '" + name + "'; "
                + (alike.isEmpty()
                        ? "push it first, or name another"
                        : "did you mean " + String.join(" or ", alike) + "?");
    }
}
