package dev.slipway.flow.expression;

import java.util.Collections;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the restricted evaluators in place of all that the engine would use. */
@Component
@Order(1100)
class ExpressionSettings extends AbstractProcessEnginePlugin {

    private final Vocabulary vocabulary;

    ExpressionSettings(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(Collections.emptyMap());
        engine.setExpressionManager(new RestrictedExpressions(vocabulary));
        engine.setResolverFactories(List.of(new PlainBindings()));
        engine.setScriptEngineResolver(new FeelOnly());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setDmnEngineConfiguration(tables());
    }

    private static DefaultDmnEngineConfiguration tables() {
        var tables = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(new PlainFeel());
        return tables;
    }
}
