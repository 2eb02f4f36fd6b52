package dev.slipway.flow.waiting;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Has every unit of work of the engine read for wait states just before it is flushed. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class WaitingInterceptor extends CommandInterceptor {

    private final ObjectProvider<WaitStates> states;

    WaitingInterceptor(ObjectProvider<WaitStates> states) {
        this.states = states;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Context.getCommandContext().registerCommandContextListener(states.getObject());
        return next.execute(command);
    }
}
