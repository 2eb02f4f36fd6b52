package dev.slipway.flow.step;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page about a step, always with the same sections. */
final class ReferencePage {

    private ReferencePage() {}

    static String of(DeclaredStep declared) {
        var step = declared.step();
        return """
                # %s

                %s

                | | |
                |---|---|
                | name | `%s` |
                | kind | %s |
                | template | `processes/.camunda/element-templates/%s.json` |

                ## Inputs

                %s
                ## Results

                %s
                ## Errors

                %s
                ## In a model

                ```xml
                %s```
                """.formatted(
                        step.label(),
                        step.description(),
                        step.name(),
                        kind(declared),
                        step.name(),
                        table("| input | | meaning |\n|---|---|---|\n", step.inputs(), ReferencePage::input),
                        table("| variable | meaning |\n|---|---|\n", step.outputs(), ReferencePage::output),
                        table("| code | says why in | meaning |\n|---|---|---|\n", step.errors(), ReferencePage::fault),
                        example(declared));
    }

    static String index(List<DeclaredStep> steps) {
        return """
                # Steps

                What models can be made of. A decision step reads and writes Slipway's own records; a work step touches the
                outside world and is done by the worker. In Camunda Modeler each is offered as an element template.

                | step | kind | what it does |
                |---|---|---|
                %s""".formatted(steps.stream()
                .map(step -> "| [%s](%s.md) | %s | %s |\n"
                        .formatted(
                                step.step().label(),
                                step.name(),
                                step.isWork() ? "work" : "decision",
                                step.step().description()))
                .collect(Collectors.joining()));
    }

    private static String kind(DeclaredStep declared) {
        return declared.isWork()
                ? "work step, external task with the topic `" + declared.name() + "`"
                : "decision step, delegate expression `${" + declared.bean() + "}`";
    }

    private static <T> String table(String head, T[] rows, Function<T, String> row) {
        return rows.length == 0
                ? "None.\n"
                : head + Arrays.stream(rows).map(row).collect(Collectors.joining());
    }

    private static String input(Step.Input input) {
        var choices = input.choices().length == 0
                ? ""
                : " One of "
                        + Arrays.stream(input.choices())
                                .map(choice -> "`" + choice + "`")
                                .collect(Collectors.joining(", "))
                        + ".";
        return "| `%s` | %s | %s%s |\n"
                .formatted(input.name(), input.optional() ? "optional" : "required", input.description(), choices);
    }

    private static String output(Step.Output output) {
        return "| `%s` | %s |\n".formatted(output.name(), output.description());
    }

    private static String fault(Step.Fault fault) {
        return "| `%s` | `%s` | %s |\n".formatted(fault.code(), fault.variable(), fault.description());
    }

    private static String example(DeclaredStep declared) {
        var attributes = declared.isWork()
                ? "camunda:type=\"external\" camunda:topic=\"" + declared.name() + "\""
                : "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${" + declared.bean() + "}\"";
        var inputs = Arrays.stream(declared.step().inputs())
                .filter(input -> !input.optional())
                .map(input -> "      <camunda:inputParameter name=\"%s\">…</camunda:inputParameter>\n"
                        .formatted(input.name()))
                .collect(Collectors.joining());
        var open = "<bpmn:serviceTask id=\"Activity_%s\" name=\"%s\" %s"
                .formatted(declared.type().getSimpleName(), declared.step().label(), attributes);
        return inputs.isEmpty()
                ? open + " />\n"
                : open + ">\n  <bpmn:extensionElements>\n    <camunda:inputOutput>\n" + inputs
                        + "    </camunda:inputOutput>\n  </bpmn:extensionElements>\n</bpmn:serviceTask>\n";
    }
}
