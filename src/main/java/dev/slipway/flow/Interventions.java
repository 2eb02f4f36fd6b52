package dev.slipway.flow;

import dev.slipway.flow.Flows.Intervention;
import dev.slipway.flow.waiting.WaitingBoard;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What operators may do to a flow by hand: each time with a right, a reason and an entry in the record. */
@Component
class Interventions {

    private static final int TRIES = 3;

    private final WaitingBoard board;
    private final Releases releases;
    private final Rights rights;
    private final Acting acting;
    private final AsSystem asSystem;
    private final RuntimeService engine;
    private final ManagementService jobs;
    private final ExternalTaskService work;
    private final ApplicationEventPublisher events;

    Interventions(
            WaitingBoard board,
            Releases releases,
            Rights rights,
            Acting acting,
            AsSystem asSystem,
            RuntimeService engine,
            ManagementService jobs,
            ExternalTaskService work,
            ApplicationEventPublisher events) {
        this.board = board;
        this.releases = releases;
        this.rights = rights;
        this.acting = acting;
        this.asSystem = asSystem;
        this.engine = engine;
        this.jobs = jobs;
        this.work = work;
        this.events = events;
    }

    @Transactional
    public Intervention retry(ReleaseId id, String visit, String reason) {
        var release = releases.find(id);
        if (release.isEmpty()) {
            return new Intervention.Refused("There is no release " + id + ".");
        }
        if (!rights.may(acting.now(), Act.INTERVENE, release.get().product().value())) {
            return new Intervention.Refused(acting.now().id() + " may not intervene in releases of "
                    + release.get().product() + ".");
        }
        if (reason.isBlank()) {
            return new Intervention.Refused("Say why: the reason goes into the record.");
        }
        var incidents = board.incidents(id, visit);
        if (incidents.isEmpty()) {
            return new Intervention.Refused(
                    "That step does not wait for an operator any more. Look at the page again.");
        }
        incidents.forEach(incident -> again(id, visit, reason, incident));
        return new Intervention.Done();
    }

    private void again(ReleaseId release, String visit, String reason, String id) {
        var incident =
                asSystem.call(() -> engine.createIncidentQuery().incidentId(id).singleResult());
        events.publishEvent(new FlowEvent.StepRetried(
                release, incident.getActivityId(), visit, FlowText.bounded(reason, FlowText.LONG)));
        asSystem.run(() -> again(incident));
    }

    private void again(Incident incident) {
        if (incident.getIncidentType().equals(Incident.EXTERNAL_TASK_HANDLER_TYPE)) {
            work.setRetries(incident.getConfiguration(), TRIES);
        } else {
            jobs.setJobRetries(incident.getConfiguration(), TRIES);
        }
    }
}
