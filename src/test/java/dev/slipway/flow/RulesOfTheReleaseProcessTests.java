package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.approval.Expectation;
import dev.slipway.approval.Seat;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Journal;
import dev.slipway.release.ReleaseId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.junit.jupiter.api.Test;

/** Which rules a release's approvals follow, what is foreseen of them, and which votes stand. */
class RulesOfTheReleaseProcessTests extends ProcessTest {

    private static final String TABLE = "policies/approval-rules.dmn";

    @Test
    void changedRulesHoldForTheNextReleaseAndForNoRunningOne() {
        var running = waitingForApproval("1.0.0");
        flows.vote(running, "olga", "reject");
        var original = deployed();

        deploy(original.replace("\"operations\"", "\"security\""));
        try {
            assertThat(outlook(running)).containsExactly("Operations");
            sameCandidateAgain(running);
            assertThat(asked(running).seats()).extracting(Seat::label).containsExactly("Operations");
            flows.vote(running, "oscar", "approve");
            flows.letTheWatchPass(running);
            var next = waitingForApproval("2.0.0");

            assertThat(asked(next).seats()).extracting(Seat::label).containsExactly("Security");
            flows.vote(next, "sam", "approve");
            flows.letTheWatchPass(next);
        } finally {
            deploy(original);
        }
    }

    @Test
    void asksOnlyWhoeverHasNotApprovedTheSameArtifacts() {
        var id = highRisk();
        flows.vote(id, "sam", "approve");
        var said = asked(id).seats().stream()
                .filter(seat -> seat.voter() != null)
                .findFirst()
                .orElseThrow();
        flows.vote(id, "olga", "reject");

        sameCandidateAgain(id);
        toTheApproval(id);

        var again = asked(id);
        assertThat(again.seats()).filteredOn(Seat::carried).singleElement().satisfies(seat -> {
            assertThat(seat.voter()).isEqualTo(new PersonId("sam"));
            assertThat(seat.at()).isEqualTo(said.at());
            assertThat(seat.comment()).isEqualTo("by sam");
        });
        assertThat(flows.tasks(id)).hasSize(1);
        assertThat(summary(id, "Activity_Decide")).contains("sam Test (carried over)", "Operations");
        flows.vote(id, "oscar", "approve");
        assertThat(asked(id).settled()).isEqualTo(Approval.Outcome.APPROVED);
    }

    @Test
    void foreseesAQuorumThatNobodyCanReachWhenTheReleaseIsOpened() {
        for (var member : flows.bean(People.class).membersOf(new GroupId("operations"))) {
            product.commit("fix: " + member.name(), member.name(), member.email());
        }
        flows.apply(product.critical());
        var id = flows.open(product.version("1.0.0"));

        assertThat(expected(id).warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .contains("Nobody can take the seat Operations", "olga had a hand", "oscar had a hand"));
        assertThat(flows.bean(Journal.class).read(id.value(), 0, 100))
                .filteredOn(entry -> entry.act().equals("approval.quorum-unreachable"))
                .hasSize(1);
        flows.as(Actor.SYSTEM, () -> {
            flows.engine.getIdentityService().createMembership("quinn", "operations");
            return id;
        });
        try {
            assertThat(expected(id).warnings()).isEmpty();
        } finally {
            flows.engine.getIdentityService().deleteMembership("quinn", "operations");
        }
    }

    @Test
    void readsOffTheModelsWhatAFlowAsks() {
        var traditional = new TestProduct(
                "t" + product.version("0.1.0").product().value().substring(1),
                "traditional-release",
                folder.resolve("traditional"),
                "development",
                "qa",
                "uat",
                "production");
        try (traditional) {
            flows.apply(traditional);
            var id = flows.open(traditional.version("1.0.0"));

            assertThat(flows.bean(Approvals.class).outlook(id))
                    .extracting(Expectation::purpose)
                    .contains("plan-sign-off", "development-sign-off", "qa-sign-off", "uat-sign-off", "cab");
        }
    }

    private Expectation expected(ReleaseId id) {
        return flows.bean(Approvals.class).outlook(id).get(0);
    }

    private List<String> outlook(ReleaseId id) {
        return expected(id).seats();
    }

    private Approval asked(ReleaseId id) {
        var all = flows.bean(Approvals.class).of(id);
        return all.get(all.size() - 1);
    }

    /** Rework that leaves the artifacts as they are. */
    private void sameCandidateAgain(ReleaseId id) {
        flows.complete(id, "Activity_NameCandidate", "rita", "candidateChoice", "new-candidate");
    }

    private ReleaseId highRisk() {
        flows.apply(product.critical());
        var plan = product.version("1.0.0");
        product.commit("feat!: change everything", "Dora", "dora@example.com");
        var id = flows.open(plan);
        flows.go(id);
        toTheApproval(id);
        return id;
    }

    private void toTheApproval(ReleaseId id) {
        flows.signedIn("rita", () -> product.attachSecurityReview(flows, id));
        if (flows.tasks(id).stream()
                .anyMatch(task -> task.getTaskDefinitionKey().equals("Activity_DecideAboutGates"))) {
            flows.complete(id, "Activity_DecideAboutGates", "rita", "gateChoice", "check-again", "reason", "Reviewed.");
        }
    }

    private String deployed() {
        return resources().stream()
                .filter(resource -> resource.getName().equals(TABLE))
                .map(resource -> new String(resource.getBytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private List<ResourceEntity> resources() {
        var repository = flows.engine.getRepositoryService();
        var newest = repository
                .createDeploymentQuery()
                .deploymentName("processes")
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .get(0);
        return repository.getDeploymentResources(newest.getId()).stream()
                .map(ResourceEntity.class::cast)
                .toList();
    }

    /** As the model library does: the whole set, under one name. */
    private void deploy(String table) {
        var builder = flows.engine
                .getRepositoryService()
                .createDeployment()
                .name("processes")
                .source("processes");
        resources()
                .forEach(resource -> builder.addString(
                        resource.getName(),
                        resource.getName().equals(TABLE)
                                ? table
                                : new String(resource.getBytes(), StandardCharsets.UTF_8)));
        builder.deploy();
    }
}
