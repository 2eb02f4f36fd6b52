package dev.slipway.flow.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the engine give rights by group, and show each person their own tasks. */
@Component
@Order(1100)
class IdentitySettings extends AbstractProcessEnginePlugin {

    private final RightsByGroup rights;
    private final PersonalFilters filters;

    IdentitySettings(
            RightsByGroup rights,
            ObjectProvider<IdentityService> identity,
            ObjectProvider<CamundaDirectory> directory) {
        this.rights = rights;
        this.filters = new PersonalFilters(identity, directory);
    }

    PersonalFilters filters() {
        return filters;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(rights);
        engine.setFilterService(filters);
    }
}
