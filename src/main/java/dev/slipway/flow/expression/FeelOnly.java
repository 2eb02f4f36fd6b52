package dev.slipway.flow.expression;

import java.util.Locale;
import javax.script.ScriptEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.CamundaScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/** Leaves FEEL as the only script language: JUEL as a script, and any engine that lies on the class path, reach the JVM. */
final class FeelOnly extends DefaultScriptEngineResolver {

    FeelOnly() {
        super(new CamundaScriptEngineManager());
    }

    @Override
    public ScriptEngine getScriptEngine(@Nullable String language, boolean fromCache) {
        if (language == null || !language.toLowerCase(Locale.ROOT).equals("feel")) {
            throw new ProcessEngineException("Scripts in '" + language + "' are switched off; use FEEL");
        }
        return super.getScriptEngine("feel", fromCache);
    }
}
