package dev.slipway.flow.task;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds to every user task of every model what no model should have to say. */
@Component
class TaskListeners extends AbstractBpmnParseListener {

    private static final String APPROVAL_TASK = "Activity_Decide";

    private final ObjectProvider<Seating> seating;
    private final ObjectProvider<Summing> summing;
    private final ObjectProvider<Voting> voting;
    private final ObjectProvider<Reporting> reporting;

    TaskListeners(
            ObjectProvider<Seating> seating,
            ObjectProvider<Summing> summing,
            ObjectProvider<Voting> voting,
            ObjectProvider<Reporting> reporting) {
        this.seating = seating;
        this.summing = summing;
        this.voting = voting;
        this.reporting = reporting;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (activity.getActivityId().equals(APPROVAL_TASK)) {
            task.addTaskListener(
                    TaskListener.EVENTNAME_CREATE,
                    created -> seating.getObject().notify(created));
            task.addTaskListener(
                    TaskListener.EVENTNAME_COMPLETE,
                    completed -> voting.getObject().notify(completed));
        }
        task.addTaskListener(
                TaskListener.EVENTNAME_CREATE, created -> summing.getObject().notify(created));
        task.addTaskListener(
                TaskListener.EVENTNAME_COMPLETE,
                completed -> reporting.getObject().notify(completed));
    }
}
