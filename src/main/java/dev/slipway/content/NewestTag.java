package dev.slipway.content;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;

/** Finds where the last release was: the newest tagged commit before the one that is to be released. */
final class NewestTag {

    private final Repository repository;

    NewestTag(Repository repository) {
        this.repository = repository;
    }

    /** The tag's name; of several on one commit an annotated one, the youngest first. */
    Optional<String> before(AnyObjectId to) throws IOException {
        try (var walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            var tags = tags(walk);
            if (tags.isEmpty()) {
                return Optional.empty();
            }
            var start = walk.parseCommit(to);
            walk.markStart(start);
            for (RevCommit commit : walk) {
                var tag = tags.get(commit);
                if (tag != null && !commit.equals(start)) {
                    return Optional.of(tag.name());
                }
            }
            return Optional.empty();
        }
    }

    private Map<ObjectId, Tag> tags(RevWalk walk) throws IOException {
        var result = new HashMap<ObjectId, Tag>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
            var object = walk.parseAny(ref.getObjectId());
            var name = ref.getName().substring(Constants.R_TAGS.length());
            if (walk.peel(object) instanceof RevCommit commit) {
                result.merge(
                        commit.copy(), new Tag(name, object instanceof RevTag, taggedAt(walk, object)), Tag::preferred);
            }
        }
        return result;
    }

    private static Instant taggedAt(RevWalk walk, RevObject object) throws IOException {
        if (object instanceof RevTag tag) {
            walk.parseBody(tag);
            var tagger = tag.getTaggerIdent();
            return tagger == null ? Instant.EPOCH : tagger.getWhenAsInstant();
        }
        return Instant.EPOCH;
    }

    private record Tag(String name, boolean annotated, Instant at) {

        private static final Comparator<Tag> PREFERENCE =
                Comparator.comparing(Tag::annotated).thenComparing(Tag::at).thenComparing(Tag::name);

        static Tag preferred(Tag one, Tag other) {
            return PREFERENCE.compare(one, other) >= 0 ? one : other;
        }
    }
}
