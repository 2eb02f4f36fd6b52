package dev.slipway.flow.door;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts a {@link Witness} in front of everything else that a command passes; the {@link Door} itself is found by its type. */
@Component
@Order(1100)
class DoorSettings extends AbstractProcessEnginePlugin {

    private final ObjectProvider<IdentityService> identity;
    private final Attempts attempts;

    DoorSettings(ObjectProvider<IdentityService> identity, Attempts attempts) {
        this.identity = identity;
        this.attempts = attempts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new Witness(identity, attempts)));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new Witness(identity, attempts)));
    }
}
