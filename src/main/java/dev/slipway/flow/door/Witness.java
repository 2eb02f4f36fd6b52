package dev.slipway.flow.door;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;

/** Stands outside of the transaction, so that a refused attempt is recorded when all that it did has been rolled back. */
class Witness extends CommandInterceptor {

    private final ObjectProvider<IdentityService> identity;
    private final Attempts attempts;

    Witness(ObjectProvider<IdentityService> identity, Attempts attempts) {
        this.identity = identity;
        this.attempts = attempts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Door.isInside()) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (AuthorizationException refusal) {
            if (Passage.of(command) != Passage.READ) {
                attempts.record(refusal, person(), command);
            }
            throw refusal;
        }
    }

    private String person() {
        var signedIn = identity.getObject().getCurrentAuthentication();
        return signedIn == null ? "nobody" : String.valueOf(signedIn.getUserId());
    }
}
