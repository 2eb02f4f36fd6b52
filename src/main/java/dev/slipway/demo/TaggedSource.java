package dev.slipway.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A Git repository, seen as the sources of its tagged versions. */
final class TaggedSource implements AutoCloseable {

    private final Repository repository;

    TaggedSource(Path folder) throws IOException {
        repository = new FileRepositoryBuilder()
                .setGitDir(folder.resolve(".git").toFile())
                .build();
    }

    /** Every tag {@code v1.0.0} is a version {@code 1.0.0}. */
    List<String> versions() throws IOException {
        return repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS + "v").stream()
                .map(tag -> tag.getName().substring(Constants.R_TAGS.length() + 1))
                .sorted()
                .toList();
    }

    void checkOut(String version, Path folder) throws IOException {
        try (var commits = new RevWalk(repository);
                var files = new TreeWalk(repository)) {
            files.addTree(commits.parseCommit(repository.resolve("v" + version)).getTree());
            files.setRecursive(true);
            while (files.next()) {
                var file = folder.resolve(files.getPathString());
                Files.createDirectories(file.getParent());
                Files.write(file, repository.open(files.getObjectId(0)).getBytes());
            }
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
