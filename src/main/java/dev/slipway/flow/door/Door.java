package dev.slipway.flow.door;

import dev.slipway.identity.PersonId;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sees every command that reaches the engine. What Slipway does itself passes: nobody is signed in to the engine then, or the command runs inside one that
 * passed already. What a person sends is held against {@link Rules}. Each of the engine's two chains needs a door of its own.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Door extends CommandInterceptor {

    private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

    private final Rules rules;
    private final Attempts attempts;

    Door(Rules rules, Attempts attempts) {
        this.rules = rules;
        this.attempts = attempts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        var person = person();
        if (person == null || INSIDE.get()) {
            return next.execute(command);
        }
        INSIDE.set(true);
        try {
            rules.admit(command, person);
            return next.execute(command);
        } catch (Refusal refusal) {
            attempts.record(refusal, person, command);
            throw refusal;
        } finally {
            INSIDE.remove();
        }
    }

    private static @Nullable PersonId person() {
        var user = Context.getCommandContext().getAuthenticatedUserId();
        return user == null ? null : new PersonId(user);
    }
}
