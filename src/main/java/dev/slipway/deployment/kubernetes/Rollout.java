package dev.slipway.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a Deployment has come with what it was told last.
 *
 * @param noticed whether the cluster has looked at it: before, nothing is known of what is ready
 */
record Rollout(String version, int wanted, int ready, boolean noticed, boolean complete, String fault) {

    static final Rollout NOTHING = new Rollout("", 0, 0, true, true, "");

    static Rollout of(Optional<Deployment> found) {
        return found.map(Rollout::of).orElse(NOTHING);
    }

    private static Rollout of(Deployment deployment) {
        var metadata = deployment.getMetadata();
        var version = metadata.getAnnotations() == null
                ? ""
                : metadata.getAnnotations().getOrDefault(Cluster.VERSION, "");
        var wanted = number(deployment.getSpec().getReplicas());
        var status = deployment.getStatus();
        if (status == null || number(status.getObservedGeneration()) < number(metadata.getGeneration())) {
            return new Rollout(version, wanted, 0, false, false, "");
        }
        var updated = number(status.getUpdatedReplicas());
        var ready = Math.min(updated, number(status.getReadyReplicas()));
        var complete = updated == wanted && ready == wanted && number(status.getReplicas()) == wanted;
        var fault = status.getConditions() == null
                ? ""
                : status.getConditions().stream()
                        .filter(condition -> "ProgressDeadlineExceeded".equals(condition.getReason()))
                        .map(condition ->
                                Objects.requireNonNullElse(condition.getMessage(), "its progress deadline is over"))
                        .findFirst()
                        .orElse("");
        return new Rollout(version, wanted, ready, true, complete, complete ? "" : fault);
    }

    boolean isEmpty() {
        return version.isEmpty();
    }

    private static int number(@Nullable Number number) {
        return number == null ? 0 : number.intValue();
    }
}
