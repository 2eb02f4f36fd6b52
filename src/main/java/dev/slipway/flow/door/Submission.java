package dev.slipway.flow.door;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Holds what a person submits against the task's form: only its writable fields pass. Fields that the form merely shows are dropped, because Tasklist sends
 * them back; anything else is refused, and with it the whole act.
 */
@Component
class Submission {

    private final ObjectProvider<FormService> forms;

    Submission(ObjectProvider<FormService> forms) {
        this.forms = forms;
    }

    /** Returns what passes; the submitted variables are reduced to it. */
    Map<String, Object> accept(TaskEntity task, @Nullable Object submitted) {
        var fields = FormFields.in(forms.getObject().getDeployedTaskForm(task.getId()));
        var accepted = new TreeMap<String, Object>();
        if (submitted instanceof Map<?, ?> variables) {
            variables.keySet().removeIf(name -> fields.shows(String.valueOf(name)));
            var typed = typed(variables);
            for (var name : typed.keySet()) {
                var value = plain(typed.getValueTyped(name));
                fields.objection(name, value).ifPresent(objection -> {
                    throw new Refusal(Tasks.release(task), objection);
                });
                if (value != null) {
                    accepted.put(name, value);
                }
            }
        } else if (submitted != null) {
            throw new IllegalStateException("unknown kind of submitted variables: " + submitted.getClass());
        }
        fields.missing(accepted).ifPresent(objection -> {
            throw new Refusal(Tasks.release(task), objection);
        });
        return accepted;
    }

    private static VariableMap typed(Map<?, ?> variables) {
        if (variables instanceof VariableMap already) {
            return already;
        }
        var typed = Variables.createVariables();
        variables.forEach((name, value) -> typed.put(String.valueOf(name), value));
        return typed;
    }

    /** Objects that would have to be deserialized are not even looked at, and what would not be kept is no answer: no field takes either. */
    private static @Nullable Object plain(TypedValue value) {
        return value instanceof SerializableValue || value.isTransient() ? value : value.getValue();
    }
}
