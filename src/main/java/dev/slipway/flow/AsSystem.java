package dev.slipway.flow;

import dev.slipway.identity.Acting;
import dev.slipway.journal.Actor;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Works on the engine in Slipway's own name: no person's permissions apply, and the record names the system. */
@Component
public class AsSystem {

    private final IdentityService identities;
    private final Acting acting;

    AsSystem(IdentityService identities, Acting acting) {
        this.identities = identities;
        this.acting = acting;
    }

    public <T> T call(Supplier<T> work) {
        var person = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return acting.as(Actor.SYSTEM, work);
        } finally {
            identities.setAuthentication(person);
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
