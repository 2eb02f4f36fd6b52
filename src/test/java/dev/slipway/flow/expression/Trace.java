package dev.slipway.flow.expression;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An object that shows when an expression got hold of it. */
public class Trace {

    static final AtomicBoolean TOUCHED = new AtomicBoolean();

    public final String label = "trace";

    @JsonIgnore
    public String getName() {
        TOUCHED.set(true);
        return "trace";
    }

    public boolean touch() {
        TOUCHED.set(true);
        return true;
    }

    /** The same as a bean that is no step. */
    @Component("traceBean")
    static class Bean extends Trace {}

    /** The same as a step. */
    @Component("traceStep")
    static class Step extends Trace implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            touch();
        }
    }
}
