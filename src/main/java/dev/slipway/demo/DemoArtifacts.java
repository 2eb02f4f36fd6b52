package dev.slipway.demo;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Builds every tagged version of the demo products from their repositories. */
@Component
@Profile("demo")
class DemoArtifacts {

    private final DemoProperties properties;
    private final DemoRepositories repositories;

    DemoArtifacts(DemoProperties properties, DemoRepositories repositories) {
        this.properties = properties;
        this.repositories = repositories;
    }

    /** Builds the versions that are not there yet; the same source always gives the same bytes. */
    void ensure(String product) {
        try (var source = new TaggedSource(repositories.of(product))) {
            for (var version : source.versions()) {
                var jar = jar(product, version);
                if (!Files.exists(jar)) {
                    build(product, version, source, jar);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Artifact artifact(String product, String version) {
        var jar = jar(product, version);
        return new Artifact(ComponentKey.parse(product + "/service"), jar.toUri(), digest(jar));
    }

    private Path jar(String product, String version) {
        return properties.folder().resolve("artifacts").resolve(product).resolve("service-" + version + ".jar");
    }

    private static void build(String product, String version, TaggedSource source, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        var workshop = Files.createTempDirectory("slipway-demo");
        try {
            source.checkOut(version, workshop.resolve("source"));
            var draft = Files.createTempFile(jar.getParent(), "service", ".draft");
            new JarBuild(product, version, workshop).into(draft);
            Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileSystemUtils.deleteRecursively(workshop);
        }
    }

    private static Digest digest(Path jar) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return new Digest(HexFormat.of().formatHex(hash));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
