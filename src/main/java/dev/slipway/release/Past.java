package dev.slipway.release;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.content.Digest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Releases of one product that were deployed and have ended.
 *
 * @param ends newest first
 */
record Past(List<End> ends) {

    private static final int NONE = -1;

    /** Percent that did not end as released; -1 of none. */
    int failureRate() {
        return rate(ends);
    }

    /** The highest such rate among these components, each over the releases that changed it; -1 where none did. */
    int failureRate(Collection<ComponentKey> components) {
        return components.stream()
                .mapToInt(component -> rate(changing(component)))
                .max()
                .orElse(NONE);
    }

    private List<End> changing(ComponentKey component) {
        return IntStream.range(0, ends.size())
                .filter(index -> changes(index, component))
                .mapToObj(ends::get)
                .toList();
    }

    /** The oldest that is known counts as a change of all that it carries. */
    private boolean changes(int index, ComponentKey component) {
        var digest = ends.get(index).digests().get(component);
        return digest != null
                && (index + 1 == ends.size()
                        || !digest.equals(ends.get(index + 1).digests().get(component)));
    }

    private static int rate(List<End> ends) {
        var fell = ends.stream().filter(end -> end.state() != State.RELEASED).count();
        return ends.isEmpty() ? NONE : Math.toIntExact(100 * fell / ends.size());
    }

    /** How one of them ended, and what it carried. */
    record End(State state, Map<ComponentKey, Digest> digests) {}
}
