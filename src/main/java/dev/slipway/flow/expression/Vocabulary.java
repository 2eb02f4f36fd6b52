package dev.slipway.flow.expression;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The names that models may use besides variables: every step is a bean that is a delegate, every {@link Fact} a bean too. */
@Component
public class Vocabulary {

    private final ListableBeanFactory beans;
    private volatile @Nullable Map<String, Fact> facts;

    Vocabulary(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** The steps that a service task may name in {@code camunda:delegateExpression}. */
    public Set<String> steps() {
        return Set.of(beans.getBeanNamesForType(JavaDelegate.class));
    }

    /** The facts that an expression may name. */
    public Set<String> facts() {
        return factsByName().keySet();
    }

    boolean isStep(String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, JavaDelegate.class);
    }

    JavaDelegate step(String name) {
        return beans.getBean(name, JavaDelegate.class);
    }

    @Nullable
    Fact fact(String name) {
        return factsByName().get(name);
    }

    /** Facts are asked for when the first one is needed: they may need the engine, which is made from this. */
    private Map<String, Fact> factsByName() {
        var known = facts;
        if (known == null) {
            known = new TreeMap<>();
            for (var fact : beans.getBeansOfType(Fact.class).values()) {
                known.put(fact.name(), fact);
            }
            facts = known;
        }
        return known;
    }
}
