package dev.slipway.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Writes the Git repositories of the demo products, each once and as a whole. */
@Component
@Profile("demo")
class DemoRepositories {

    private final DemoProperties properties;
    private final Clock clock;

    DemoRepositories(DemoProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    Path of(String product) {
        return properties.folder().resolve("repositories").resolve(product);
    }

    /** A crash in the middle leaves only a draft, which the next start throws away. */
    void ensure(String product) {
        var repository = of(product);
        if (Files.exists(repository)) {
            return;
        }
        var draft = repository.resolveSibling(product + ".draft");
        try {
            FileSystemUtils.deleteRecursively(draft);
            Files.createDirectories(draft);
            write(draft, new DemoResource("history/" + product + ".yaml").yaml(new TypeReference<>() {}));
            Files.move(draft, repository, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GitAPIException failure) {
            throw new IllegalStateException("the repository of " + product + " cannot be written", failure);
        }
    }

    private void write(Path folder, List<Chapter> history) throws IOException, GitAPIException {
        var now = clock.instant();
        try (var git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            for (var chapter : history) {
                apply(folder, chapter);
                commit(git, chapter, now);
            }
        }
    }

    private static void apply(Path folder, Chapter chapter) throws IOException {
        for (var written : chapter.write().entrySet()) {
            var file = folder.resolve(written.getKey());
            Files.createDirectories(file.getParent());
            var text = written.getValue();
            Files.writeString(
                    file,
                    text.startsWith("resource:")
                            ? new DemoResource(
                                            text.substring("resource:".length()).strip())
                                    .text()
                            : text);
        }
        for (var replacement : chapter.replace()) {
            var file = folder.resolve(replacement.file());
            Files.writeString(file, replacement.in(Files.readString(file)));
        }
    }

    private static void commit(Git git, Chapter chapter, Instant now) throws GitAPIException {
        var author = DemoPerson.find(chapter.author());
        var identity = new PersonIdent(author.name(), author.email(), now.minus(chapter.ago()), ZoneOffset.UTC);
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage(chapter.message())
                .setAuthor(identity)
                .setCommitter(identity)
                .setSign(false)
                .call();
        if (chapter.tag() != null) {
            git.tag()
                    .setName(chapter.tag())
                    .setMessage(chapter.tag())
                    .setTagger(identity)
                    .setSigned(false)
                    .call();
        }
    }
}
