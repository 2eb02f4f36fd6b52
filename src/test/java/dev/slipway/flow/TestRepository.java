package dev.slipway.flow;

import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A real repository of a product that is made for one test. */
final class TestRepository {

    private TestRepository() {}

    static void commit(Path folder, String message, String name, String email) {
        try (var git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("master")
                .call()) {
            var author = new PersonIdent(name, email);
            git.commit()
                    .setAllowEmpty(true)
                    .setMessage(message)
                    .setAuthor(author)
                    .setCommitter(author)
                    .call();
        } catch (GitAPIException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
