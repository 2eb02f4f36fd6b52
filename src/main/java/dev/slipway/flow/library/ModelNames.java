package dev.slipway.flow.library;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What models may refer to.
 *
 * @param topics null while nobody says which work can be done
 */
record ModelNames(
        Set<String> processes, Set<String> forms, @Nullable Set<String> topics) {

    static ModelNames of(Set<String> files, @Nullable Set<String> topics) {
        return new ModelNames(ids(files, ".bpmn"), ids(files, ".form"), topics);
    }

    private static Set<String> ids(Set<String> files, String suffix) {
        var ids = new TreeSet<String>();
        files.stream().filter(file -> file.endsWith(suffix)).map(ModelNames::id).forEach(ids::add);
        return ids;
    }

    /** The id that a file's name stands for: {@code devops-release} for {@code flows/devops-release.bpmn}. */
    static String id(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }

    boolean isProcess(String id) {
        return processes.contains(id);
    }

    boolean isForm(String id) {
        return forms.contains(id);
    }

    boolean isTopic(String topic) {
        return topics == null || topics.contains(topic);
    }
}
