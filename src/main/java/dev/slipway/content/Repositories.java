package dev.slipway.content;

import dev.slipway.content.Location.Local;
import dev.slipway.content.Location.Remote;
import dev.slipway.content.Location.Wrong;
import dev.slipway.content.Reading.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.springframework.stereotype.Service;

/** Reads Git repositories, given by local path or URL. */
@Service
public class Repositories {

    private static final String REPOSITORY = "repository";

    private final Mirrors mirrors;
    private final int mostCommits;

    Repositories(ContentProperties settings, Clock clock) {
        this.mirrors = new Mirrors(settings, clock);
        this.mostCommits = settings.mostCommits();
    }

    /**
     * Reads what lies between two refs.
     *
     * @param from tag, branch or commit; empty for the newest tag that {@code to} can reach other than its own, or everything where there is none
     * @param to tag, branch or commit
     */
    public Reading between(String repository, String from, String to) {
        return between(repository, from, to, List.of());
    }

    /**
     * Reads what lies between two refs.
     *
     * @param migrations patterns of the files that change a database
     */
    public Reading between(String repository, String from, String to, List<String> migrations) {
        var location = Location.of(repository.strip());
        if (location instanceof Wrong wrong) {
            return new Refused(REPOSITORY, wrong.reason());
        }
        try (var opened =
                location instanceof Remote remote ? mirrors.open(remote) : open(((Local) location).folder())) {
            return new History(opened, mostCommits, migrations).between(from.strip(), to.strip());
        } catch (RepositoryNotFoundException none) {
            return new Refused(REPOSITORY, "there is no Git repository at " + place(location) + "; check the path");
        } catch (TransportException | NotSupportedException unreachable) {
            return new Refused(
                    REPOSITORY,
                    place(location) + " cannot be fetched: " + reason(unreachable)
                            + "; check the address and the access");
        } catch (MissingObjectException shallow) {
            return new Refused(
                    REPOSITORY,
                    "the history at " + place(location) + " is incomplete; fetch it whole: git fetch --unshallow");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Looks at this folder and at no other, as Git would go up from it. */
    private static Repository open(Path path) throws IOException {
        var folder = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new RepositoryNotFoundException(folder.toFile());
        }
        var builder = new FileRepositoryBuilder();
        if (folder.getParent() != null) {
            builder.addCeilingDirectory(folder.getParent().toFile());
        }
        builder.findGitDir(folder.toFile());
        if (builder.getGitDir() == null) {
            throw new RepositoryNotFoundException(folder.toFile());
        }
        return builder.setMustExist(true).build();
    }

    private static String place(Location location) {
        return location instanceof Remote remote
                ? remote.shown()
                : ((Local) location).folder().toString();
    }

    private static String reason(IOException failure) {
        var message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return message.substring(message.indexOf(": ") + 1).strip();
    }
}
