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

    Door(Rules rules) {
        this.rules = rules;
    }

    /** Whether this thread is within a command that was held against the rules. */
    static boolean isInside() {
        return INSIDE.get();
    }

    @Override
    public <T> T execute(Command<T> command) {
        var person = person();
        if (INSIDE.get() || person == null && !CamundaRequest.isServed()) {
            return next.execute(command);
        }
        INSIDE.set(true);
        try {
            if (person == null) {
                rules.admitStranger(command);
            } else {
                rules.admit(command, person);
            }
            return next.execute(command);
        } finally {
            INSIDE.remove();
        }
    }

    private static @Nullable PersonId person() {
        var user = Context.getCommandContext().getAuthenticatedUserId();
        return user == null ? null : new PersonId(user);
    }
}
