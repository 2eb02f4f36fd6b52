package dev.slipway.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentConditionBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Objects;

/** Does what a cluster's own controller does with Deployments: brings their pods up. Images that are refused never come up. */
final class Controller implements AutoCloseable {

    private final KubernetesClient client;
    private final Thread thread = new Thread(this::work);
    private volatile boolean over;

    Controller(KubernetesClient client) {
        this.client = client;
        thread.start();
    }

    private void work() {
        while (!over) {
            try {
                client.apps().deployments().inAnyNamespace().list().getItems().forEach(this::bringUp);
                Thread.sleep(5);
            } catch (KubernetesClientException | InterruptedException changed) {
                Thread.yield();
            }
        }
    }

    private void bringUp(Deployment deployment) {
        var replicas = deployment.getSpec().getReplicas();
        var image = deployment
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getImage();
        var status = new DeploymentStatusBuilder()
                .withObservedGeneration(deployment.getMetadata().getGeneration())
                .withReplicas(replicas)
                .withUpdatedReplicas(replicas);
        if (image.endsWith("0.9.0")) {
            status.addToConditions(new DeploymentConditionBuilder()
                    .withType("Progressing")
                    .withStatus("False")
                    .withReason("ProgressDeadlineExceeded")
                    .withMessage("image " + image + " cannot be pulled")
                    .build());
        } else {
            status.withReadyReplicas(replicas).withAvailableReplicas(replicas);
        }
        var wanted = status.build();
        if (!Objects.equals(wanted, deployment.getStatus())) {
            deployment.setStatus(wanted);
            client.resource(deployment).updateStatus();
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }
}
