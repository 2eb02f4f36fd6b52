package dev.slipway.flow.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The models as they lie in a folder or in the jar, under names relative to it.
 *
 * @param folder where they come from
 * @param contents bytes by name: {@code flows/devops-release.bpmn}
 */
record ModelFiles(String folder, SortedMap<String, byte[]> contents) {

    private static final Pattern MODEL = Pattern.compile(".*\\.(bpmn|dmn|form)");
    private static final String INSIDE = "classpath:processes";

    /** Reads a location such as {@code file:processes}; where that folder is missing, the models that Slipway brings along. */
    static ModelFiles from(String location) {
        try {
            var root = root(location);
            var resolver = new PathMatchingResourcePatternResolver();
            var folder = resolver.getResource(root + "/");
            if (!folder.exists()) {
                return new ModelFiles(root, new TreeMap<>());
            }
            var base = folder.getURL().toString();
            var prefix = base.endsWith("/") ? base.length() : base.length() + 1;
            var contents = new TreeMap<String, byte[]>();
            for (var resource : resolver.getResources(root + "/**/*")) {
                var name = resource.getURL().toString().substring(prefix);
                if (MODEL.matcher(name).matches() && !name.startsWith(".")) {
                    contents.put(name, resource.getContentAsByteArray());
                }
            }
            return new ModelFiles(root, contents);
        } catch (IOException failure) {
            throw new UncheckedIOException("The models in " + location + " cannot be read", failure);
        }
    }

    private static String root(String location) {
        if (!location.startsWith("file:")) {
            return location;
        }
        var path =
                Path.of(location.substring("file:".length())).toAbsolutePath().normalize();
        return Files.isDirectory(path) ? path.toUri().toString().replaceAll("/$", "") : INSIDE;
    }
}
