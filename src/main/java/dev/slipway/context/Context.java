package dev.slipway.context;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Variables, files and hooks that belong together, and where they hold.
 *
 * @param priority outweighs contexts that are attached as closely
 * @param secrets names of variables whose values are written apart and never shown
 */
public record Context(
        String key,
        String description,
        int priority,
        List<Attachment> attachments,
        SortedMap<String, String> variables,
        List<String> secrets,
        List<ContextFile> files,
        List<Hook> hooks) {

    /** The secrets that commands get as variables; the others are contents of files. */
    List<String> secretVariables() {
        return secrets.stream().filter(name -> fileOf(name).isEmpty()).toList();
    }

    private Optional<ContextFile> fileOf(String secret) {
        return files.stream().filter(file -> secret.equals(file.secret())).findFirst();
    }
}
