package dev.slipway.flow.remote;

import java.util.List;
import org.camunda.bpm.client.backoff.ErrorAwareBackoffStrategy;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.task.ExternalTask;
import org.jspecify.annotations.Nullable;

/** How long a hand pauses before it asks again: hardly, because Slipway lets it wait for an order; longer and longer while Slipway does not answer. */
final class Pauses implements ErrorAwareBackoffStrategy {

    private static final long USUAL = 100;
    private static final long LONGEST = 2000;

    private long pause = USUAL;

    @Override
    public void reconfigure(List<ExternalTask> orders, @Nullable ExternalTaskClientException failure) {
        if (failure != null) {
            pause = Math.min(LONGEST, Math.max(USUAL, pause) * 2);
        } else {
            pause = orders.isEmpty() ? USUAL : 0;
        }
    }

    @Override
    public long calculateBackoffTime() {
        return pause;
    }
}
