package dev.slipway.flow.expression;

import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** JUEL that knows the {@link Vocabulary} and three functions. */
final class RestrictedExpressions extends JuelExpressionManager {

    /** The present, and who is signed in; Camunda's and Spin's other functions hand out objects. */
    static final Set<String> FUNCTIONS = Set.of("now", "currentUser", "currentUserGroups");

    private final Vocabulary vocabulary;

    RestrictedExpressions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        return new RestrictedResolver(vocabulary);
    }
}
