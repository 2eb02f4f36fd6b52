package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.approval.Approvals;
import dev.slipway.flow.engine.LiveModels;
import dev.slipway.flow.engine.ModelReload;
import dev.slipway.flow.library.FolderLibrary;
import dev.slipway.journal.Entry;
import dev.slipway.journal.Journal;
import dev.slipway.policy.Evaluation;
import dev.slipway.policy.Policies;
import dev.slipway.release.ReleaseId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Somebody edits models while releases run. */
class LiveModelsProcessTests extends ProcessTest {

    private static final String RULES = "policies/approval-rules.dmn";

    @TempDir
    Path models;

    private ModelReload reload;

    @BeforeEach
    void watchACopyOfTheModels() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("processes"), models);
        reload = LiveModels.over(FolderLibrary.over(models, context), context);
        reload.look();
        reload.look();
        assertThat(reload.last()).as("nothing has changed").isEmpty();
    }

    /** The tests that share this application go on with the models that lie in the project. */
    @AfterEach
    void putTheModelsBack() {
        flows.bean(ModelReload.class).now();
    }

    @Test
    void anEditedRuleHoldsForTheNextReleaseAndForNoRunningOne() throws IOException {
        flows.apply(product.critical());
        var running = flows.open(product.version("1.0.0"));
        var before = deployments();

        edit(RULES, text -> text.replaceAll("<text>1</text>", "<text>2</text>"));
        reload.look();
        assertThat(reload.last())
                .as("whoever saves several files is not disturbed halfway")
                .isEmpty();
        reload.look();
        assertThat(reload.last()).containsInstanceOf(Reload.Deployed.class);
        reload.look();
        assertThat(deployments()).isEqualTo(before + 1);
        assertThat(journal("models.deployed")).isNotEmpty();

        flows.go(running);
        var next = flows.open(product.version("2.0.0"));
        flows.go(next);
        assertThat(seats(running)).isEqualTo(1);
        assertThat(version(next)).isNotEqualTo(version(running));
        flows.vote(running, "olga", "approve");
        flows.letTheWatchPass(running);
        flows.go(next);
        assertThat(seats(next)).as(() -> flows.explain(next)).isEqualTo(2);
    }

    @Test
    void aWrongSetIsRefusedWholeAndTheOldOneStaysInForce() throws IOException {
        flows.apply(product.critical());
        var before = deployments();

        edit("policies/assess-risk.dmn", text -> text.replace("&gt; 90", "&gt; &gt;"));
        edit(RULES, text -> text.replaceAll("<text>1</text>", "<text>2</text>"));
        reload.look();
        reload.look();
        reload.look();

        assertThat(reload.last())
                .hasValueSatisfying(last -> assertThat(last)
                        .isInstanceOfSatisfying(
                                Reload.Refused.class,
                                refused -> assertThat(refused.flaws())
                                        .singleElement()
                                        .satisfies(flaw -> {
                                            assertThat(flaw.file()).isEqualTo("policies/assess-risk.dmn");
                                            assertThat(flaw.line()).isPositive();
                                            assertThat(flaw.element()).isEqualTo("Rule_LongAgo_daysSinceLastRelease");
                                            assertThat(flaw.reason()).contains("is no FEEL");
                                        })));
        assertThat(deployments()).isEqualTo(before);
        assertThat(journal("models.refused").get(0).payload()).contains("assess-risk.dmn");
        var release = flows.open(product.version("1.0.0"));
        flows.go(release);
        assertThat(seats(release)).isEqualTo(1);

        edit("policies/assess-risk.dmn", text -> text.replace("&gt; &gt;", "&gt; 90"));
        assertThat(reload.now()).isInstanceOf(Reload.Deployed.class);
        assertThat(reload.now()).isInstanceOf(Reload.Unchanged.class);
    }

    @Test
    void ofTwoNodesThatSeeTheSameChangeOneDeploysIt() throws IOException {
        var other = LiveModels.over(FolderLibrary.over(models, context), context);
        other.look();
        var before = deployments();

        edit(RULES, text -> text.replaceAll("<text>1</text>", "<text>3</text>"));
        for (var node : List.of(reload, other)) {
            node.look();
            node.look();
        }

        assertThat(deployments()).isEqualTo(before + 1);
        assertThat(reload.last()).containsInstanceOf(Reload.Deployed.class);
        assertThat(other.last()).containsInstanceOf(Reload.Unchanged.class);
    }

    @Test
    void aModelThatTheEngineCannotReadIsRefusedToo() throws IOException {
        edit("parts/roll-back.bpmn", text -> text.replaceFirst("sourceRef=\"[^\"]+\"", "sourceRef=\"Nowhere\""));

        assertThat(reload.now())
                .isInstanceOfSatisfying(
                        Reload.Refused.class,
                        refused -> assertThat(refused.flaws()).anySatisfy(flaw -> {
                            assertThat(flaw.file()).isEqualTo("parts/roll-back.bpmn");
                            assertThat(flaw.line()).isPositive();
                        }));
    }

    @Test
    void aFolderThatIsGoneBringsNoOtherRulesIntoForce() throws IOException {
        var before = deployments();
        FileSystemUtils.deleteRecursively(models);

        assertThat(reload.now())
                .isInstanceOfSatisfying(
                        Reload.Refused.class,
                        refused -> assertThat(refused.flaws())
                                .singleElement()
                                .satisfies(flaw -> assertThat(flaw.reason()).contains("gone or empty")));
        reload.look();
        reload.look();
        assertThat(deployments()).isEqualTo(before);
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        var path = models.resolve(file);
        var text = Files.readString(path);
        var changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(path, changed);
    }

    private long deployments() {
        return flows.engine.getRepositoryService().createDeploymentQuery().count();
    }

    private int seats(ReleaseId release) {
        return flows.bean(Approvals.class).of(release).get(0).seats().size();
    }

    private String version(ReleaseId release) {
        return flows.bean(Policies.class).evaluations(release.value()).stream()
                .filter(kept -> kept.table().equals("choose-strategy"))
                .map(Evaluation::version)
                .findFirst()
                .orElseThrow();
    }

    private List<Entry> journal(String act) {
        return flows.bean(Journal.class).latest("slipway", 200).stream()
                .filter(entry -> entry.act().equals(act))
                .toList();
    }
}
