package dev.slipway.flow.identity;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Records what is done to people, groups and rights in Camunda Admin: who could approve then must be answerable. */
@Component
class AccountChanges implements HistoryEventHandler {

    private static final Set<String> RECORDED =
            Set.of(EntityTypes.USER, EntityTypes.GROUP, EntityTypes.GROUP_MEMBERSHIP, EntityTypes.AUTHORIZATION);

    private final ApplicationEventPublisher events;

    AccountChanges(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity entry && RECORDED.contains(entry.getEntityType())) {
            events.publishEvent(new AccountChanged(
                    entry.getEntityType(),
                    entry.getOperationType(),
                    String.valueOf(entry.getProperty()),
                    String.valueOf(entry.getNewValue())));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> all) {
        all.forEach(this::handleEvent);
    }
}
