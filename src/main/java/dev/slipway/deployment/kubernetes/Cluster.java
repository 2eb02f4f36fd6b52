package dev.slipway.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one target keeps in its cluster: the Deployments of its slots, and the weights of its route. */
final class Cluster implements AutoCloseable {

    static final String SLOT = "slipway.dev/slot";
    static final String VERSION = "slipway.dev/version";
    private static final String DIGEST = "slipway.dev/digest";
    private static final String COMPONENT = "slipway.dev/component";

    /** Who asks in vain is asked to try again anyway. */
    private static final int RETRIES = 1;

    private final KubernetesSettings settings;
    private final KubernetesClient client;

    Cluster(KubernetesSettings settings) {
        this.settings = settings;
        this.client = new KubernetesClientBuilder().withConfig(config(settings)).build();
    }

    private static Config config(KubernetesSettings settings) {
        var found = settings.kubeconfig()
                .map(file -> Config.fromKubeconfig(settings.context().orElse(null), read(Path.of(file)), file))
                .orElseGet(() -> settings.server().isPresent()
                        ? new ConfigBuilder().withAutoConfigure(false).build()
                        : Config.autoConfigure(settings.context().orElse(null)));
        settings.server().ifPresent(found::setMasterUrl);
        found.setRequestRetryBackoffLimit(RETRIES);
        settings.token().ifPresent(found::setOauthToken);
        return found;
    }

    Optional<Deployment> deployment(String slot) {
        return Optional.ofNullable(named(slot).get());
    }

    /** Makes the slot hold so many replicas of a version; what is so already stays. */
    void fill(String slot, String version, String digest, int replicas) {
        var wanted = client.apps().deployments().load(manifest()).item();
        var labels = Map.of(COMPONENT, settings.name(), SLOT, slot);
        var about = Map.of(VERSION, version, DIGEST, digest);
        var metadata = wanted.getMetadata();
        metadata.setNamespace(settings.namespace());
        metadata.setName(settings.name(slot));
        metadata.setLabels(with(metadata.getLabels(), labels));
        metadata.setAnnotations(with(metadata.getAnnotations(), about));
        var spec = wanted.getSpec();
        spec.setReplicas(replicas);
        spec.getSelector().setMatchLabels(with(spec.getSelector().getMatchLabels(), labels));
        var pod = spec.getTemplate();
        pod.getMetadata().setLabels(with(pod.getMetadata().getLabels(), labels));
        pod.getMetadata().setAnnotations(with(pod.getMetadata().getAnnotations(), about));
        pod.getSpec().getContainers().stream()
                .filter(container ->
                        settings.container().isEmpty() || settings.container().equals(container.getName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "there is no container " + settings.container() + " in " + settings.template()))
                .setImage(settings.image(version, digest));
        if (deployment(slot).isEmpty()) {
            client.resource(wanted).inNamespace(settings.namespace()).create();
            return;
        }
        named(slot).edit(there -> {
            there.getMetadata().setLabels(metadata.getLabels());
            there.getMetadata().setAnnotations(with(there.getMetadata().getAnnotations(), metadata.getAnnotations()));
            there.getSpec().setReplicas(replicas);
            there.getSpec().setTemplate(pod);
            return there;
        });
    }

    void scale(String slot, int replicas) {
        named(slot).edit(there -> {
            there.getSpec().setReplicas(replicas);
            return there;
        });
    }

    void empty(String slot) {
        named(slot).delete();
    }

    private RollableScalableResource<Deployment> named(String slot) {
        return client.apps().deployments().inNamespace(settings.namespace()).withName(settings.name(slot));
    }

    /** Percent of the requests that the route leads to the slot; empty where there is no route. */
    Optional<Integer> weight(String slot) {
        return route().map(route -> {
            var weights = backends(route);
            var all = weights.stream().mapToInt(Cluster::weight).sum();
            var own = weights.stream()
                    .filter(backend -> backend.getName().equals(settings.name(slot)))
                    .mapToInt(Cluster::weight)
                    .sum();
            return all == 0 ? 0 : own * 100 / all;
        });
    }

    void lead(String slot, int share) {
        client.resources(HTTPRoute.class)
                .inNamespace(settings.namespace())
                .withName(settings.route().orElseThrow())
                .edit(route -> {
                    backends(route)
                            .forEach(backend -> backend.setWeight(
                                    backend.getName().equals(settings.name(slot)) ? share : 100 - share));
                    return route;
                });
    }

    /** Nothing is moved where users could not be led afterwards. */
    void check() {
        route();
    }

    private Optional<HTTPRoute> route() {
        return settings.route()
                .map(name -> Optional.ofNullable(client.resources(HTTPRoute.class)
                                .inNamespace(settings.namespace())
                                .withName(name)
                                .get())
                        .orElseThrow(() -> new IllegalStateException(
                                "there is no HTTPRoute " + name + " in namespace " + settings.namespace())));
    }

    /** Those of the slots' Services, in all rules of the route. */
    private List<HTTPBackendRef> backends(HTTPRoute route) {
        var names = KubernetesSettings.SLOTS.stream().map(settings::name).toList();
        return route.getSpec().getRules().stream()
                .flatMap(rule -> rule.getBackendRefs().stream())
                .filter(backend -> names.contains(backend.getName()))
                .toList();
    }

    private static int weight(HTTPBackendRef backend) {
        return backend.getWeight() == null ? 1 : backend.getWeight();
    }

    private InputStream manifest() {
        try {
            return Files.newInputStream(settings.template());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> with(@Nullable Map<String, String> given, Map<String, String> more) {
        var all = new TreeMap<String, String>();
        if (given != null) {
            all.putAll(given);
        }
        all.putAll(more);
        return all;
    }

    @Override
    public void close() {
        client.close();
    }
}
