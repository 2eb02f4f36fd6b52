package dev.slipway.demo;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Compiles one version of a demo product and packs it so that the same source gives the same bytes. */
record JarBuild(String product, String version, Path workshop) {

    private static final LocalDateTime NO_MATTER_WHEN = LocalDateTime.of(2026, 1, 1, 0, 0);

    void into(Path jar) throws IOException {
        var sources = workshop.resolve("source/src");
        var classes = Files.createDirectories(workshop.resolve("classes"));
        compile(files(sources, ".java"), classes);
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(out, "META-INF/MANIFEST.MF", """
                    Manifest-Version: 1.0
                    Main-Class: demo.Service
                    Implementation-Title: %s
                    Implementation-Version: %s

                    """.formatted(product, version).getBytes(StandardCharsets.UTF_8));
            for (var file : files(classes, ".class")) {
                add(out, name(classes, file), Files.readAllBytes(file));
            }
            for (var file : files(sources, ".properties")) {
                add(out, name(sources, file), Files.readAllBytes(file));
            }
        }
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        var compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new IllegalStateException("the demo needs a JDK: this Java has no compiler"));
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var messages = new StringWriter();
            var options = List.of("--release", "17", "-proc:none", "-g:source,lines", "-d", classes.toString());
            var units = manager.getJavaFileObjectsFromPaths(sources);
            if (!compiler.getTask(messages, manager, null, options, null, units).call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        var entry = new JarEntry(name);
        entry.setTimeLocal(NO_MATTER_WHEN);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
