package dev.slipway.flow;

import dev.slipway.flow.identity.Unrestricted;
import dev.slipway.identity.Acting;
import dev.slipway.journal.Actor;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Works on the engine in Slipway's own name: no person's permissions apply, and the record names the system. */
@Component
public class AsSystem {

    private final Unrestricted unrestricted;
    private final Acting acting;

    AsSystem(Unrestricted unrestricted, Acting acting) {
        this.unrestricted = unrestricted;
        this.acting = acting;
    }

    public <T> T call(Supplier<T> work) {
        return unrestricted.ask(() -> acting.as(Actor.SYSTEM, work));
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
