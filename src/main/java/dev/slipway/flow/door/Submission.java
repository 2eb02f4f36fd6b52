package dev.slipway.flow.door;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
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
            drop(variables, fields);
            for (var key : variables.keySet()) {
                var name = String.valueOf(key);
                var value = plain(variables, key);
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

    private static void drop(Map<?, ?> variables, FormFields fields) {
        var shown = variables.keySet().stream()
                .filter(name -> fields.shows(String.valueOf(name)))
                .toList();
        shown.forEach(variables::remove);
    }

    /** Objects that would have to be deserialized are not even looked at: no field takes one. */
    private static @Nullable Object plain(Map<?, ?> variables, Object name) {
        var value = variables instanceof VariableMap typed
                ? typed.getValueTyped(String.valueOf(name))
                : variables.get(name);
        if (value instanceof SerializableValue) {
            return value;
        }
        return value instanceof TypedValue typed ? typed.getValue() : value;
    }
}
