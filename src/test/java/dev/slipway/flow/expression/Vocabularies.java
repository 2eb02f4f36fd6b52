package dev.slipway.flow.expression;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Vocabularies without a Spring context. */
public final class Vocabularies {

    private Vocabularies() {}

    public static Vocabulary withStep(String name) {
        var beans = new StaticListableBeanFactory();
        beans.addBean(name, (JavaDelegate) execution -> {});
        return new Vocabulary(beans);
    }
}
