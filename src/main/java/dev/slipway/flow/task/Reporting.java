package dev.slipway.flow.task;

import static dev.slipway.flow.variable.StepVariables.EVIDENCE;
import static dev.slipway.flow.variable.StepVariables.REPORT;

import dev.slipway.flow.AsSystem;
import dev.slipway.flow.door.Refusal;
import dev.slipway.identity.Acting;
import dev.slipway.quality.Attaching;
import dev.slipway.quality.Evidence;
import dev.slipway.quality.Quality;
import dev.slipway.release.ReleaseId;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps what a person writes in the field {@code report} as evidence, if the task names it by its input {@code evidence}. */
@Component
class Reporting implements TaskListener {

    private final Quality quality;
    private final Acting acting;
    private final AsSystem asSystem;

    Reporting(Quality quality, Acting acting, AsSystem asSystem) {
        this.quality = quality;
        this.acting = acting;
        this.asSystem = asSystem;
    }

    @Override
    public void notify(DelegateTask task) {
        EVIDENCE.find(task).ifPresent(name -> keep(task, name));
    }

    /** The task is the right to report: whoever may do it need not be allowed to attach evidence elsewhere. */
    private void keep(DelegateTask task, String name) {
        var release = task.getExecution().getProcessBusinessKey();
        var report = task.getName() + ", by " + acting.now().id() + "\n\n"
                + REPORT.find(task).orElse("") + "\n";
        var attaching = asSystem.call(() -> quality.attach(
                new ReleaseId(release),
                name,
                Evidence.Kind.DOCUMENT,
                name + ".txt",
                report.getBytes(StandardCharsets.UTF_8)));
        if (attaching instanceof Attaching.Refused refused) {
            throw new Refusal(release, refused.reason());
        }
    }
}
