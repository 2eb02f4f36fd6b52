package dev.slipway.flow.door;

import dev.slipway.identity.PersonId;
import dev.slipway.journal.Journaled;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Records refused attempts in a transaction of its own: the one of the act is rolled back. */
@Component
class Attempts {

    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;

    Attempts(ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.events = events;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void record(Refusal refusal, PersonId person, Command<?> command) {
        var chain = refusal.subject().isEmpty() ? Journaled.SYSTEM_CHAIN : refusal.subject();
        var attempt = new AttemptRefused(
                chain,
                Map.of(
                        "by", person.value(),
                        "attempt", command.getClass().getSimpleName().replace("Cmd", ""),
                        "reason", refusal.reason()));
        apart.executeWithoutResult(status -> events.publishEvent(attempt));
    }

    record AttemptRefused(String chain, Map<String, ?> facts) implements Journaled {
        @Override
        public String act() {
            return "attempt.refused";
        }
    }
}
