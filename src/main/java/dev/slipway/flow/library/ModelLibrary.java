package dev.slipway.flow.library;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The models that new releases follow. They are one deployment, made anew as a whole when any file has changed, so that everything a release refers
 * to is of one piece.
 */
@Component
public class ModelLibrary {

    /** The name of every deployment made here. */
    public static final String DEPLOYMENT = "processes";

    private static final Logger LOG = LoggerFactory.getLogger(ModelLibrary.class);

    private final RepositoryService repository;
    private final ModelCheck check;
    private final LibrarySettings settings;
    private final ApplicationEventPublisher events;

    ModelLibrary(
            RepositoryService repository,
            ModelCheck check,
            LibrarySettings settings,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.check = check;
        this.settings = settings;
        this.events = events;
    }

    /** Deploys the models of the configured folder if they have changed, and says whether they had; refuses them all if one breaks a rule. */
    @Transactional
    public boolean refresh() {
        return deploy(ModelFiles.from(settings.processes()));
    }

    /** Where the models are read from now: the configured folder, or what Slipway brings along where that is missing. */
    public String place() {
        return ModelFiles.from(settings.processes()).folder();
    }

    /** The SHA-256 of each file in the configured folder by its name. */
    public Map<String, String> folder() {
        return digests(ModelFiles.from(settings.processes()).contents());
    }

    /** Everything that is wrong with a decision table of this name that is not deployed. */
    public List<ModelFlaw> tableFlaws(String key, byte[] content) {
        return check.tableFlaws(key, content);
    }

    boolean deploy(ModelFiles files) {
        var flaws = check.flaws(files.contents());
        if (!flaws.isEmpty()) {
            throw new ModelsRefused(files.folder(), flaws);
        }
        if (files.contents().isEmpty()) {
            LOG.warn("There are no models in {}: no release can be opened", files.folder());
            return false;
        }
        if (isDeployed(files)) {
            return false;
        }
        var deployed = make(files);
        retireAllBut(deployed);
        events.publishEvent(new ModelsDeployed(deployed.getId(), digests(files.contents())));
        LOG.info("Deployed {} models from {}", files.contents().size(), files.folder());
        return true;
    }

    private Deployment make(ModelFiles files) {
        var builder = repository.createDeployment().name(DEPLOYMENT).source(DEPLOYMENT);
        files.contents().forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        try {
            return builder.deploy();
        } catch (ParseException malformed) {
            throw new ModelsRefused(files.folder(), EngineFlaws.of(malformed));
        } catch (ProcessEngineException failure) {
            throw EngineFlaws.of(failure)
                    .<RuntimeException>map(flaw -> new ModelsRefused(files.folder(), List.of(flaw)))
                    .orElse(failure);
        }
    }

    /** The engine's own comparison does not notice a file that is gone. */
    private boolean isDeployed(ModelFiles files) {
        var newest = newest();
        if (newest == null) {
            return false;
        }
        var deployed = new TreeMap<String, String>();
        for (var resource : repository.getDeploymentResources(newest.getId())) {
            deployed.put(resource.getName(), digest(((ResourceEntity) resource).getBytes()));
        }
        return deployed.equals(digests(files.contents()));
    }

    /** The flows of the newest deployment. */
    public Set<String> flows() {
        return processes().stream()
                .filter(process -> process.getResourceName().startsWith("flows/"))
                .map(ProcessDefinition::getKey)
                .collect(Collectors.toSet());
    }

    /** The processes of the newest deployment, flows and parts. */
    public List<ProcessDefinition> processes() {
        var newest = newest();
        return newest == null
                ? List.of()
                : repository
                        .createProcessDefinitionQuery()
                        .deploymentId(newest.getId())
                        .list();
    }

    /** The newest deployment; null before the first. */
    public @Nullable Deployment newest() {
        return repository
                .createDeploymentQuery()
                .deploymentName(DEPLOYMENT)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Nothing new starts from a model whose file is gone; what runs goes on. */
    private void retireAllBut(Deployment current) {
        repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .filter(definition -> !definition.getDeploymentId().equals(current.getId()))
                .forEach(definition -> repository.suspendProcessDefinitionByKey(definition.getKey()));
    }

    private static Map<String, String> digests(Map<String, byte[]> contents) {
        var digests = new TreeMap<String, String>();
        contents.forEach((name, content) -> digests.put(name, digest(content)));
        return digests;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
