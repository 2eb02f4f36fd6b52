package dev.slipway.flow.task;

import dev.slipway.flow.door.Refusal;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets a refusal out of the wrapping that the engine puts around whatever a task listener throws. Nearer to the command than the door, which answers it. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Order
class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException wrapping) {
            for (Throwable cause = wrapping; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            throw wrapping;
        }
    }
}
