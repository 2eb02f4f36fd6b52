package dev.slipway.demo;

import dev.slipway.Ports;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.deployment.DeploymentProperties;
import dev.slipway.deployment.nginx.RealNginx;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Everything of the demo but the database: repositories, artifacts, scripts, and the real adapter that runs them. */
final class Workplace implements Progress {

    final DemoProperties properties;
    final DemoRepositories repositories;
    final DemoArtifacts artifacts;
    final DemoScripts scripts;
    final Target target;
    private final StringBuilder log = new StringBuilder();

    Workplace(Path folder) {
        properties = new DemoProperties(folder.resolve("demo folder"), Ports.free(8));
        repositories = new DemoRepositories(properties, Clock.systemUTC());
        artifacts = new DemoArtifacts(properties, repositories);
        scripts = new DemoScripts(properties);
        target = adapter(folder);
    }

    private static Target adapter(Path folder) {
        return adapters(folder).getBean("commandTarget", Target.class);
    }

    /** Services in two slots of two instances each, behind an nginx. */
    TargetDescription behind(RealNginx nginx, ComponentKey component) {
        var script = "sh '" + scripts.target() + "' ";
        var places = properties.folder().resolve("places");
        var port = properties.ports();
        var settings = new HashMap<>(Map.of(
                "file",
                nginx.upstream().toString(),
                "nginx",
                nginx.command(),
                "pid",
                nginx.pid().toString(),
                "upstream",
                "payments-service",
                "directives",
                "keepalive 8;",
                "blue",
                "127.0.0.1:" + port + " 127.0.0.1:" + (port + 1),
                "green",
                "127.0.0.1:" + (port + 2) + " 127.0.0.1:" + (port + 3),
                "slot.install",
                script + "install",
                "slot.remove",
                script + "remove",
                "slot.probe",
                script + "probe"));
        settings.put("blue.variable.DEMO_PLACE", places.resolve("blue").toString());
        settings.put("blue.variable.DEMO_PORT", Integer.toString(port));
        settings.put("green.variable.DEMO_PLACE", places.resolve("green").toString());
        settings.put("green.variable.DEMO_PORT", Integer.toString(port + 2));
        return new TargetDescription(new EnvironmentKey("production"), component, "nginx", settings, nginx.url());
    }

    static AnnotationConfigApplicationContext adapters(Path folder) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(
                DeploymentProperties.class,
                () -> new DeploymentProperties(
                        folder.resolve("runs"), "here", Duration.ofSeconds(1), Duration.ofDays(1)));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.scan("dev.slipway.deployment.command", "dev.slipway.deployment.nginx");
        context.refresh();
        return context;
    }

    Artifact build(String product, String version) {
        repositories.ensure(product);
        artifacts.ensure(product);
        scripts.ensure();
        return artifacts.artifact(product, version);
    }

    TargetDescription place(Artifact artifact, int instances) {
        var script = "sh '" + scripts.target() + "' ";
        return new TargetDescription(
                new EnvironmentKey("production"),
                artifact.component(),
                "command",
                Map.of(
                        "install",
                        script + "install",
                        "remove",
                        script + "remove",
                        "probe",
                        script + "probe",
                        "instances",
                        Integer.toString(instances),
                        "variable.DEMO_PLACE",
                        properties.folder().resolve("places/production").toString(),
                        "variable.DEMO_PORT",
                        Integer.toString(properties.ports())),
                "http://127.0.0.1:" + properties.ports());
    }

    Outcome install(TargetDescription place, String version, Artifact artifact, int share) {
        var visit = UUID.randomUUID().toString();
        return target.install(
                new Install(place, visit, version, Path.of(artifact.location()), artifact.digest(), share), this);
    }

    HttpResponse<String> ask(int instance, String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + (properties.ports() + instance - 1) + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    String version(int instance) throws IOException, InterruptedException {
        return ask(instance, "/version").body().strip();
    }

    String log() {
        return log.toString();
    }

    @Override
    public void log(String text) {
        log.append(text);
    }

    @Override
    public void started(long pid, Instant startedAt) {}
}
