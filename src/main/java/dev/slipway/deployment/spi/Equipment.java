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
 */
public record Equipment(Map<String, String> variables, Map<String, String> secrets, List<SuppliedFile> files) {

    public static final Equipment NONE = new Equipment(Map.of(), Map.of(), List.of());

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
