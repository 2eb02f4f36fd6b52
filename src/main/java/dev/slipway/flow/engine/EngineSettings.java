package dev.slipway.flow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the engine is started with besides {@code application.yml}, after our own tables are there. Every bean that is a command interceptor, a parse
 * listener or a history handler takes part; such a bean must not ask for an engine service in its constructor, because the engine is made from it.
 */
@Component
@Order(1000)
@DependsOnDatabaseInitialization
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ObjectProvider<CommandInterceptor> interceptors;
    private final ObjectProvider<BpmnParseListener> parseListeners;
    private final ObjectProvider<HistoryEventHandler> historyHandlers;

    EngineSettings(
            ObjectProvider<CommandInterceptor> interceptors,
            ObjectProvider<BpmnParseListener> parseListeners,
            ObjectProvider<HistoryEventHandler> historyHandlers) {
        this.interceptors = interceptors;
        this.parseListeners = parseListeners;
        this.historyHandlers = historyHandlers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostCommandInterceptorsTxRequired(
                extended(engine.getCustomPostCommandInterceptorsTxRequired(), interceptors));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                extended(engine.getCustomPostCommandInterceptorsTxRequiresNew(), interceptors));
        engine.setCustomPostBPMNParseListeners(extended(engine.getCustomPostBPMNParseListeners(), parseListeners));
        engine.setCustomHistoryEventHandlers(extended(engine.getCustomHistoryEventHandlers(), historyHandlers));
        engine.setFailedJobCommandFactory(new Collisions());
    }

    private static <T> List<T> extended(List<T> present, ObjectProvider<T> additional) {
        var all = present == null ? new ArrayList<T>() : new ArrayList<>(present);
        additional.orderedStream().forEach(all::add);
        return all;
    }
}
