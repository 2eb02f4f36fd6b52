package dev.slipway.flow.door;

import dev.slipway.journal.Journaled;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Records refused attempts in a transaction of their own: the one of the act is rolled back. The same attempt is recorded once a minute. */
@Component
class Attempts {

    private static final int LONGEST = 500;

    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final Repetitions repetitions = new Repetitions();

    Attempts(ApplicationEventPublisher events, Clock clock, PlatformTransactionManager transactions) {
        this.events = events;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void record(AuthorizationException refusal, String person, Command<?> command) {
        var subject = refusal instanceof Refusal ours ? ours.subject() : "";
        var attempt = command.getClass().getSimpleName().replace("Cmd", "");
        repetitions
                .admit(new Attempt(person, attempt, subject), clock.instant())
                .ifPresent(unrecorded -> publish(new AttemptRefused(
                        subject.isEmpty() ? Journaled.SYSTEM_CHAIN : subject,
                        Map.of(
                                "by", person,
                                "attempt", attempt,
                                "reason", reason(refusal),
                                "unrecordedBefore", unrecorded))));
    }

    private void publish(AttemptRefused attempt) {
        apart.executeWithoutResult(status -> events.publishEvent(attempt));
    }

    private static String reason(AuthorizationException refusal) {
        var reason = String.valueOf(refusal.getMessage());
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…";
    }

    private record Attempt(String person, String attempt, String subject) {}

    /** Somebody tried what is not theirs to do, and it did not happen. */
    record AttemptRefused(String chain, Map<String, ?> facts) implements Journaled {
        @Override
        public String act() {
            return "attempt.refused";
        }
    }
}
