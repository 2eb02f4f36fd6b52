package dev.slipway.content;

import dev.slipway.content.Location.Remote;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** Keeps bare copies of remote repositories and brings them up to date before they are read, each by one thread at a time. */
final class Mirrors {

    private static final List<RefSpec> ALL =
            List.of(new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

    private final ContentProperties settings;
    private final Clock clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Mirrors(ContentProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens an up-to-date copy. */
    @SuppressWarnings("try")
    Repository open(Remote remote) throws IOException {
        var name = Digest.of(remote.uri().toPrivateString().getBytes(StandardCharsets.UTF_8))
                .hex();
        var lock = locks.computeIfAbsent(name, key -> new ReentrantLock());
        if (!acquired(lock)) {
            throw new TransportException("it is being fetched by somebody else, for too long");
        }
        var folder = Files.createDirectories(settings.cache().resolve(name + ".git"));
        try (var alone = alone(folder)) {
            return updated(remote, folder);
        } finally {
            lock.unlock();
        }
    }

    /** Keeps other processes out; whoever dies lets go of it. */
    private static FileChannel alone(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("alone"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    /** What a process that died while it fetched has left locked would never change again. */
    private static void removeLocksOfTheDead(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var lock :
                    files.filter(file -> file.toString().endsWith(".lock")).toList()) {
                Files.delete(lock);
            }
        }
    }

    private Repository updated(Remote remote, Path folder) throws IOException {
        var copy =
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
        try {
            if (!copy.getObjectDatabase().exists()) {
                copy.create(true);
            }
            removeLocksOfTheDead(folder);
            tidyUpBeforeReturning(copy);
            fetch(remote, copy);
            return copy;
        } catch (IOException | RuntimeException failure) {
            copy.close();
            throw failure;
        }
    }

    /** Otherwise JGit packs the copy in the background, while it is read or removed. */
    private static void tidyUpBeforeReturning(Repository copy) {
        copy.getConfig().setBoolean("gc", null, "autodetach", false);
    }

    private void fetch(Remote remote, Repository copy) throws IOException {
        try (var transport = Transport.open(copy, address(remote.uri()))) {
            transport.setTimeout((int) Math.max(1, settings.silence().toSeconds()));
            transport.setRemoveDeletedRefs(true);
            transport.setCheckFetchedObjects(true);
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setCredentialsProvider(credentials(remote.uri()));
            var deadline = new Deadline(clock, clock.instant().plus(settings.fetchTimeout()));
            followHead(transport.fetch(deadline, ALL), copy);
        }
    }

    private static void followHead(FetchResult result, Repository copy) throws IOException {
        var head = result.getAdvertisedRef(Constants.HEAD);
        if (head != null && head.isSymbolic()) {
            copy.updateRef(Constants.HEAD).link(head.getTarget().getName());
        }
    }

    /** Who signs in travels apart from the address, which messages may show; only SSH needs the name in it. */
    private static URIish address(URIish uri) {
        var named = uri.setPass(null);
        return isHttp(uri) || "git".equalsIgnoreCase(uri.getScheme()) ? named.setUser(null) : named;
    }

    private static CredentialsProvider credentials(URIish uri) {
        if (uri.getPass() != null || (isHttp(uri) && uri.getUser() != null)) {
            var password = uri.getPass() == null ? "" : uri.getPass();
            return new UsernamePasswordCredentialsProvider(uri.getUser(), password);
        }
        return isHttp(uri) ? new NetRCCredentialsProvider() : CredentialsProvider.getDefault();
    }

    private static boolean isHttp(URIish uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    private boolean acquired(ReentrantLock lock) {
        try {
            return lock.tryLock(settings.fetchTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
