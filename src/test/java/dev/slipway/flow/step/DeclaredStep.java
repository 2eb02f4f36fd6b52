package dev.slipway.flow.step;

import dev.slipway.flow.work.WorkStep;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** A step as its class declares it. */
public record DeclaredStep(Class<?> type, Step step) {

    /** All steps by name. */
    public static List<DeclaredStep> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Step.class));
        return scanner.findCandidateComponents("dev.slipway").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .map(type -> new DeclaredStep(type, type.getAnnotation(Step.class)))
                .sorted(Comparator.comparing(DeclaredStep::name))
                .toList();
    }

    public String name() {
        return step.name();
    }

    /** Whether a worker does it, and not the engine itself. */
    public boolean isWork() {
        return WorkStep.class.isAssignableFrom(type);
    }

    public String bean() {
        return ClassUtils.getShortNameAsProperty(type);
    }

    @Override
    public String toString() {
        return name();
    }
}
