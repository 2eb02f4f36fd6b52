package dev.slipway.deployment.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What contexts give a component in an environment.
 *
 * @param variables by name
 * @param secrets variables that must not be seen, by name
 * @param configuration the digest of all that a version is put there with, for a target that can say later which it has; empty where nothing is put there
 */
public record Equipment(
        Map<String, String> variables, Map<String, String> secrets, List<SuppliedFile> files, String configuration) {

    public static final Equipment NONE = new Equipment(Map.of(), Map.of(), List.of());

    /** What is given where nobody has to say later with which configuration. */
    public Equipment(Map<String, String> variables, Map<String, String> secrets, List<SuppliedFile> files) {
        this(variables, secrets, files, "");
    }

    /** All values that must not be seen. */
    public Collection<String> confidential() {
        var values = new ArrayList<>(secrets.values());
        files.stream().filter(SuppliedFile::secret).map(SuppliedFile::content).forEach(values::add);
        return values;
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "Equipment[" + variables.keySet() + ", " + secrets.keySet() + ", " + files + "]";
    }

    /**
     * A file that is laid where the work is done.
     *
     * @param path within the folder of files
     * @param secret whether its content must not be seen
     */
    public record SuppliedFile(String path, String content, boolean secret, boolean executable) {

        /** Without the content. */
        @Override
        public String toString() {
            return path;
        }
    }
}
