package dev.slipway.crash;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A product of two components with a real repository.
 *
 * @param slots whether two of its versions can stand beside each other
 * @param far whether only an agent can reach its targets
 */
record Ferry(String key, boolean slots, boolean far) {

    static final List<String> COMPONENTS = List.of("hull", "engine");
    static final String FLAG = "sail";
    static final String AUTHOR = "dora@example.com";

    /**
     * Builds a version, and says how its release is asked for over REST.
     *
     * @param healthy after how many questions it falls ill in production; -1 for never
     */
    Map<String, Object> build(Path folder, String version, String strategy, int healthy) throws Exception {
        commit(folder, "feat: be " + version);
        var artifacts = COMPONENTS.stream()
                .map(component -> artifact(folder, component, version, healthy))
                .toList();
        var delivery = strategy.equals("flagged")
                ? Map.of("strategy", strategy, "flag", FLAG)
                : Map.of("strategy", strategy, "keepOld", "PT1S");
        return Map.of(
                "product", key, "version", version, "revision", "main", "artifacts", artifacts, "delivery", delivery);
    }

    private Map<String, String> artifact(Path folder, String component, String version, int healthy) {
        try {
            var content = component + " " + version + (healthy < 0 ? "" : " ill after " + healthy);
            var file = Files.writeString(folder.resolve(key + "-" + component + "-" + version), content);
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return Map.of(
                    "component", component,
                    "location", file.toUri().toString(),
                    "digest", HexFormat.of().formatHex(digest));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    void commit(Path folder, String message) throws Exception {
        try (var git = Git.init()
                .setDirectory(folder.resolve("repository-" + key).toFile())
                .setInitialBranch("main")
                .call()) {
            var author = new PersonIdent("Dora", AUTHOR);
            git.commit()
                    .setAllowEmpty(true)
                    .setMessage(message)
                    .setAuthor(author)
                    .setCommitter(author)
                    .setSign(false)
                    .call();
        }
    }

    /** Never low risk, so that somebody has to vote. */
    String described() {
        return """
                ---
                apiVersion: slipway/v1
                kind: Product
                key: %s
                flow: devops-release
                owner: operations
                repository: ${folder}/repository-%s
                criticality: high
                environments: [staging, production]
                components:
                  - name: hull
                  - name: engine
                checks:
                  - name: check
                    command: [sh, "${folder}/check.sh", "${folder}/ledger"]
                    evidence: report.xml
                """.formatted(key, key);
    }
}
