package dev.slipway.flow.waiting;

import dev.slipway.flow.work.Bell;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers the changes of a transaction, however many commands it has, and writes them at its end. */
@Component
class WaitingBuffer {

    private final WaitingRepository rows;
    private final Bell bell;
    private final Alarm alarm;

    WaitingBuffer(WaitingRepository rows, Bell bell, Alarm alarm) {
        this.rows = rows;
        this.bell = bell;
        this.alarm = alarm;
    }

    WaitingChanges changes() {
        if (TransactionSynchronizationManager.getResource(this) instanceof WaitingChanges present) {
            return present;
        }
        var changes = new WaitingChanges();
        TransactionSynchronizationManager.bindResource(this, changes);
        TransactionSynchronizationManager.registerSynchronization(new Writing(changes));
        return changes;
    }

    private final class Writing implements TransactionSynchronization {

        private final WaitingChanges changes;

        Writing(WaitingChanges changes) {
            this.changes = changes;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(WaitingBuffer.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(WaitingBuffer.this, changes);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            changes.write(rows);
        }

        @Override
        public void afterCommit() {
            if (changes.bringsWork()) {
                bell.ring();
            }
            var due = changes.firstDue();
            if (due != null) {
                alarm.set(due);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(WaitingBuffer.this);
        }
    }
}
