package dev.slipway.flow.library;

import java.util.Optional;
import javax.script.Compilable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/** Reads FEEL without evaluating it. */
final class Feel {

    private static final ScriptEngine ENGINE =
            new ScriptEngineManager(Feel.class.getClassLoader()).getEngineByName("feel");

    private Feel() {}

    /** Why this cannot be read as FEEL; empty where it can. */
    static Optional<String> flaw(String expression) {
        try {
            ((Compilable) ENGINE).compile(expression);
            return Optional.empty();
        } catch (ScriptException malformed) {
            return Optional.of("this is no FEEL: " + malformed.getMessage());
        }
    }
}
