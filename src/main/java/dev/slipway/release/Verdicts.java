package dev.slipway.release;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Lets callers wait for a release's end without holding a thread. An end on this node wakes them once it is committed; one on another node is seen within
 * two seconds.
 */
@Component
class Verdicts {

    private static final int MAX_WAITING = 1_000;

    private final Releases releases;
    private final Map<ReleaseId, Set<DeferredResult<ResponseEntity<Object>>>> waiting = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MAX_WAITING);

    Verdicts(Releases releases) {
        this.releases = releases;
    }

    /** Answers at once where the release has ended, or where too many wait already. */
    DeferredResult<ResponseEntity<Object>> verdict(Release release, Duration wait) {
        var result = new DeferredResult<ResponseEntity<Object>>(
                wait.toMillis(),
                () -> releases.find(release.id()).map(Verdicts::answer).orElseThrow());
        if (release.state().ended() || wait.isZero() || !places.tryAcquire()) {
            result.setResult(answer(release));
            return result;
        }
        waiting.compute(release.id(), (id, others) -> {
            var all = others == null ? ConcurrentHashMap.<DeferredResult<ResponseEntity<Object>>>newKeySet() : others;
            all.add(result);
            return all;
        });
        result.onCompletion(() -> leave(release.id(), result));
        releases.find(release.id()).filter(now -> now.state().ended()).ifPresent(this::wake);
        return result;
    }

    private void leave(ReleaseId id, DeferredResult<ResponseEntity<Object>> result) {
        places.release();
        waiting.computeIfPresent(id, (same, others) -> {
            others.remove(result);
            return others.isEmpty() ? null : others;
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ReleaseEvent.Concluded concluded) {
        if (waiting.containsKey(concluded.release())) {
            releases.find(concluded.release()).ifPresent(this::wake);
        }
    }

    @Scheduled(fixedDelay = 2_000)
    void lookForEndsElsewhere() {
        var ids = List.copyOf(waiting.keySet());
        releases.find(ids).values().stream()
                .filter(release -> release.state().ended())
                .forEach(this::wake);
    }

    private void wake(Release release) {
        waiting.getOrDefault(release.id(), Set.of()).forEach(result -> result.setResult(answer(release)));
    }

    /** 200 for released, 409 for any other end, 202 while it is pending. */
    private static ResponseEntity<Object> answer(Release release) {
        if (release.state() == State.RELEASED) {
            return ResponseEntity.ok(ReleaseView.of(release));
        }
        return release.state().ended()
                ? ReleaseProblems.notReleased(release)
                : ResponseEntity.accepted().header(HttpHeaders.RETRY_AFTER, "2").body(ReleaseView.of(release));
    }
}
