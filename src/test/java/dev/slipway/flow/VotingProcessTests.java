package dev.slipway.flow;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.approval.Approvals;
import dev.slipway.approval.Seat;
import dev.slipway.flow.Flows.Intervention;
import dev.slipway.flow.door.Refusal;
import dev.slipway.identity.Naming;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.Substitutes;
import dev.slipway.identity.SubstitutionOrder;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

class VotingProcessTests extends ProcessTest {

    private static final int PAIRS = 20;

    @Test
    void namesTheSeatsApart() {
        var id = highRisk();

        assertThat(flows.tasks(id))
                .extracting(Task::getName)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("Decide on production: "));
    }

    @Test
    void countsBothOfTwentyPairsOfSimultaneousVotes() throws Exception {
        var id = highRisk();
        for (var pair = 1; pair < PAIRS; pair++) {
            flows.engine
                    .getRuntimeService()
                    .createProcessInstanceByKey("approval")
                    .businessKey(id.value())
                    .setVariable("purpose", "production")
                    .execute();
        }
        flows.go(id);

        for (var seats : pairs(id)) {
            together(() -> vote(seats.get(0)), () -> vote(seats.get(1)));
        }
        flows.go(id);

        assertThat(flows.bean(Approvals.class).of(id)).hasSize(PAIRS).allSatisfy(approval -> {
            assertThat(approval.seats()).extracting(Seat::voter).doesNotContainNull();
            assertThat(approval.settled()).hasToString("APPROVED");
        });
        assertThat(flows.waiting(id)).noneMatch(waiting -> waiting.activity().equals("Activity_Decide"));
    }

    @Test
    void showsAVoteToThoseWhoAreStillAsked() {
        var id = highRisk();

        flows.vote(id, "olga", "approve");

        assertThat(flows.tasks(id))
                .singleElement()
                .satisfies(task -> assertThat(flows.engine
                                .getTaskService()
                                .getVariableLocal(task.getId(), "summary")
                                .toString())
                        .contains("\"voter\":\"olga Test\"", "\"comment\":\"by olga\""));
    }

    @Test
    void showsASeatToSubstitutesAndToThoseWhoAreCalled() {
        var id = waitingForApproval("1.0.0");
        var seat = flows.task(id, "Activity_Decide");
        var now = Instant.now();
        var order = new SubstitutionOrder(
                new PersonId("olga"), new PersonId("dan"), now, now.plusSeconds(600), ZoneOffset.UTC, "");
        var naming = flows.as(
                Actor.person("olga"), () -> flows.bean(Substitutes.class).name(order));
        flows.fire(id, "Event_TimeIsShort");
        assertThat(candidates(seat)).containsExactlyInAnyOrder("dan", "operations", "release-managers");

        flows.as(
                Actor.person("olga"),
                () -> flows.bean(Substitutes.class)
                        .end(((Naming.Done) naming).substitution().id()));

        assertThat(candidates(seat)).containsExactlyInAnyOrder("operations", "release-managers");
        flows.vote(id, "olga", "approve");
        assertThat(flows.bean(Approvals.class).of(id).get(0).settled()).hasToString("APPROVED");
    }

    private List<String> candidates(Task seat) {
        return flows.engine.getTaskService().getIdentityLinksForTask(seat.getId()).stream()
                .map(link -> link.getGroupId() == null ? link.getUserId() : link.getGroupId())
                .toList();
    }

    @Test
    void undoesTheCompletionOfAVoteThatIsRefused() {
        var id = waitingForApproval("1.0.0");
        var seat = flows.task(id, "Activity_Decide");
        flows.as(Actor.SYSTEM, () -> {
            flows.engine.getTaskService().addCandidateUser(seat.getId(), "rita");
            return seat;
        });

        assertThatThrownBy(() -> flows.complete(seat, "rita", "decision", "approve"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> flows.as(Actor.person("rita"), () -> {
                    flows.engine.getTaskService().complete(seat.getId(), Map.of("decision", "approve"));
                    return seat;
                }))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> flows.engine.getTaskService().complete(seat.getId(), Map.of("decision", "approve")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Only people vote");

        assertThat(flows.tasks(id)).extracting(Task::getId).containsExactly(seat.getId());
        assertThat(flows.bean(Approvals.class).of(id).get(0).seats())
                .extracting(Seat::voter)
                .containsOnlyNulls();
    }

    @Test
    void answersOurOwnPageWithTheReason() {
        var id = waitingForApproval("1.0.0");
        var seat = flows.task(id, "Activity_Decide").getId();
        var fields = Map.<String, Object>of("decision", "approve");

        assertThat(complete("quinn", seat, fields))
                .isInstanceOfSatisfying(
                        Intervention.Refused.class,
                        refused -> assertThat(refused.reason()).contains("operations"));
        assertThat(complete("olga", seat, fields)).isInstanceOf(Intervention.Done.class);
        assertThat(complete("olga", seat, fields)).isInstanceOf(Intervention.Refused.class);
    }

    private Intervention complete(String person, String task, Map<String, Object> fields) {
        return flows.as(Actor.person(person), () -> flows.bean(Flows.class).complete(task, fields));
    }

    /** A critical product with a breaking change: operations and security have to approve. */
    private ReleaseId highRisk() {
        flows.apply(product.critical());
        var plan = product.version("1.0.0");
        product.commit("feat!: change everything", "Dora", "dora@example.com");
        var id = flows.open(plan);
        flows.go(id);
        flows.signedIn("rita", () -> product.attachSecurityReview(flows, id));
        if (flows.tasks(id).stream()
                .anyMatch(task -> task.getTaskDefinitionKey().equals("Activity_DecideAboutGates"))) {
            flows.complete(id, "Activity_DecideAboutGates", "rita", "gateChoice", "check-again", "reason", "Reviewed.");
        }
        return id;
    }

    private List<List<Task>> pairs(ReleaseId id) {
        var pairs = new ArrayList<List<Task>>();
        flows.tasks(id).stream()
                .collect(groupingBy(Task::getProcessInstanceId))
                .values()
                .forEach(pairs::add);
        assertThat(pairs).hasSize(PAIRS).allMatch(seats -> seats.size() == 2);
        return pairs;
    }

    private Task vote(Task seat) {
        var person = seat.getName().toLowerCase(Locale.ROOT).contains("security") ? "sam" : "olga";
        flows.complete(seat, person, "decision", "approve", "comment", "");
        return seat;
    }

    private static void together(Callable<Task> one, Callable<Task> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var hands = Executors.newFixedThreadPool(2);
        try {
            var votes = hands.invokeAll(List.of(after(barrier, one), after(barrier, other)));
            for (var vote : votes) {
                vote.get();
            }
        } finally {
            hands.shutdown();
        }
    }

    private static Callable<Task> after(CyclicBarrier barrier, Callable<Task> vote) {
        return () -> {
            barrier.await();
            return vote.call();
        };
    }
}
