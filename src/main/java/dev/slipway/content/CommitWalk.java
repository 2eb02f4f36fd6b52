package dev.slipway.content;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevFlag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Lists commits as {@code git log} does, in the same order and by the same steps, so that both agree even where commits carry equal or wrong dates. JGit's
 * own order differs there.
 */
final class CommitWalk {

    /** How many more commits Git looks at when it believes to be done. */
    private static final int SLOP = 5;

    private final RevWalk walk;
    private final RevFlag seen;
    private final RevFlag parsed;
    private final RevFlag excluded;
    private final PriorityQueue<Waiting> queue = new PriorityQueue<>(Waiting.NEWEST_FIRST);
    private @Nullable RevCommit stillWanted;
    private long arrivals;

    CommitWalk(RevWalk walk) {
        this.walk = walk;
        this.seen = walk.newFlag("seen");
        this.parsed = walk.newFlag("parsed");
        this.excluded = walk.newFlag("excluded");
    }

    /** Everything that {@code to} can reach. */
    List<RevCommit> upTo(RevCommit to, int most) throws IOException {
        enqueue(to);
        var listed = new ArrayList<RevCommit>();
        while (!queue.isEmpty() && listed.size() < most) {
            var commit = queue.poll().commit();
            enqueueParents(commit);
            listed.add(commit);
        }
        return listed;
    }

    /** Everything that {@code to} can reach and {@code from} cannot. */
    List<RevCommit> between(RevCommit from, RevCommit to, int most) throws IOException {
        from.add(excluded);
        enqueue(from);
        if (!to.has(seen)) {
            enqueue(to);
        }
        excludeParents(from);
        var listed = limited();
        listed.removeIf(commit -> commit.has(excluded));
        return listed.subList(0, Math.min(most, listed.size()));
    }

    private List<RevCommit> limited() throws IOException {
        var listed = new ArrayList<RevCommit>();
        var date = Long.MAX_VALUE;
        var slop = SLOP;
        while (!queue.isEmpty()) {
            var commit = queue.poll().commit();
            if (commit.equals(stillWanted)) {
                stillWanted = null;
            }
            enqueueParents(commit);
            if (!commit.has(excluded)) {
                date = commit.getCommitTime();
                listed.add(commit);
                continue;
            }
            excludeParents(commit);
            slop = mayFindMore(date) ? SLOP : slop - 1;
            if (slop == 0) {
                break;
            }
        }
        return listed;
    }

    private boolean mayFindMore(long date) {
        var next = queue.peek();
        return next != null && (date <= next.commit().getCommitTime() || anyWanted());
    }

    private boolean anyWanted() {
        if (stillWanted == null || stillWanted.has(excluded)) {
            stillWanted = queue.stream()
                    .map(Waiting::commit)
                    .filter(commit -> !commit.has(excluded))
                    .findFirst()
                    .orElse(null);
        }
        return stillWanted != null;
    }

    private void enqueueParents(RevCommit commit) throws IOException {
        for (var parent : commit.getParents()) {
            if (commit.has(excluded)) {
                parent.add(excluded);
            }
            parse(parent);
            if (parent.has(excluded) && commit.has(excluded)) {
                excludeParents(parent);
            }
            if (!parent.has(seen)) {
                enqueue(parent);
            }
        }
    }

    /** Carries exclusion on to ancestors that were met by another way before. */
    private void excludeParents(RevCommit commit) {
        var pending = new ArrayDeque<RevCommit>(List.of(commit.getParents()));
        while (!pending.isEmpty()) {
            var parent = pending.pop();
            if (!parent.has(excluded)) {
                parent.add(excluded);
                if (parent.has(parsed)) {
                    pending.addAll(List.of(parent.getParents()));
                }
            }
        }
    }

    private void enqueue(RevCommit commit) throws IOException {
        parse(commit);
        commit.add(seen);
        queue.add(new Waiting(commit, arrivals++));
    }

    private void parse(RevCommit commit) throws IOException {
        if (!commit.has(parsed)) {
            walk.parseHeaders(commit);
            commit.add(parsed);
        }
    }

    private record Waiting(RevCommit commit, long arrival) {

        static final Comparator<Waiting> NEWEST_FIRST = Comparator.<Waiting>comparingInt(
                        waiting -> -waiting.commit().getCommitTime())
                .thenComparingLong(Waiting::arrival);
    }
}
