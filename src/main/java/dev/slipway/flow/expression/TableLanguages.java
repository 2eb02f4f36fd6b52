package dev.slipway.flow.expression;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElExpression;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates decision tables outside of a process, in the same restricted languages as within one. */
@Component
public class TableLanguages {

    private final RestrictedExpressions expressions;

    TableLanguages(Vocabulary vocabulary) {
        this.expressions = new RestrictedExpressions(vocabulary);
    }

    /** An engine that tells this listener of every table that it has evaluated. */
    public DmnEngine engine(DmnDecisionTableEvaluationListener listener) {
        var settings = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        settings.setFeelEngineFactory(new PlainFeel());
        settings.setElProvider(new Juel(expressions));
        settings.setScriptEngineResolver(language -> {
            throw new ProcessEngineException("Scripts in '" + language + "' are switched off; use FEEL");
        });
        settings.getCustomPostDecisionTableEvaluationListeners().add(listener);
        return settings.buildEngine();
    }

    private record Juel(RestrictedExpressions expressions) implements ElProvider {

        @Override
        public ElExpression createExpression(String text) {
            return new Read(expressions, expressions.createValueExpression(text));
        }
    }

    private record Read(RestrictedExpressions expressions, ValueExpression expression) implements ElExpression {

        @Override
        public @Nullable Object getValue(VariableContext facts) {
            return expression.getValue(expressions.createElContext(facts));
        }
    }
}
