package dev.slipway.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Finds the commit that a name stands for, in Git's order: full SHA, tag, branch, the beginning of a SHA. */
final class Names {

    private static final Pattern FULL = Pattern.compile("[0-9a-fA-F]{40}");
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-fA-F]{4,39}");
    private static final List<String> PLACES =
            List.of("refs/", Constants.R_TAGS, Constants.R_HEADS, Constants.R_REMOTES);

    private final Repository repository;
    private final RevWalk walk;

    Names(Repository repository, RevWalk walk) {
        this.repository = repository;
        this.walk = walk;
    }

    Optional<RevCommit> commit(String name) throws IOException {
        if (FULL.matcher(name).matches()) {
            return commit(ObjectId.fromString(name));
        }
        var ref = ref(name);
        return ref.isPresent() ? commit(ref.get()) : beginning(name);
    }

    /** Tags and branches that may have been meant, nearest first. */
    List<String> alike(String name) throws IOException {
        var names = new ArrayList<String>();
        for (var place : List.of(Constants.R_TAGS, Constants.R_HEADS)) {
            for (var ref : repository.getRefDatabase().getRefsByPrefix(place)) {
                names.add(ref.getName().substring(place.length()));
            }
        }
        return Alike.to(name, names);
    }

    private Optional<Ref> ref(String name) throws IOException {
        var refs = repository.getRefDatabase();
        if (name.equals(Constants.HEAD)) {
            return Optional.ofNullable(refs.exactRef(name));
        }
        if (!Repository.isValidRefName(Constants.R_HEADS + name)) {
            return Optional.empty();
        }
        var candidates = Stream.concat(
                name.startsWith("refs/") ? Stream.of(name) : Stream.empty(),
                PLACES.stream().map(place -> place + name));
        for (var full : candidates.toList()) {
            var ref = refs.exactRef(full);
            if (ref != null) {
                return Optional.of(ref);
            }
        }
        return Optional.empty();
    }

    private Optional<RevCommit> commit(Ref ref) throws IOException {
        return ref.getObjectId() == null ? Optional.empty() : commit(ref.getObjectId());
    }

    private Optional<RevCommit> beginning(String name) throws IOException {
        if (!BEGINNING.matcher(name).matches()) {
            return Optional.empty();
        }
        var commits = new ArrayList<RevCommit>();
        try (var reader = repository.newObjectReader()) {
            Collection<ObjectId> ids = reader.resolve(AbbreviatedObjectId.fromString(name));
            for (var id : ids) {
                commit(id).ifPresent(commits::add);
            }
        }
        return commits.size() == 1 ? Optional.of(commits.get(0)) : Optional.empty();
    }

    private Optional<RevCommit> commit(AnyObjectId id) throws IOException {
        try {
            return Optional.of(walk.parseCommit(id));
        } catch (MissingObjectException | IncorrectObjectTypeException none) {
            return Optional.empty();
        }
    }
}
