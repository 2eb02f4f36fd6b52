package dev.slipway.flow.library;

import dev.slipway.flow.expression.Vocabularies;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Small models for tests. */
public final class Models {

    private Models() {}

    /** A process with these elements between its tags. */
    public static String process(String id, String elements) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions" targetNamespace="t">
                  <bpmn:process id="%s" name="Test" isExecutable="true" camunda:historyTimeToLive="P1D">
                  %s
                  </bpmn:process>
                </bpmn:definitions>""".formatted(id, elements);
    }

    /** A process that only asks the members of a group. */
    public static String asking(String id, String group) {
        return process(id, """
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
                <bpmn:userTask id="ask" name="Ask" camunda:candidateGroups="%s"/>
                <bpmn:sequenceFlow id="f2" sourceRef="ask" targetRef="end"/>
                <bpmn:endEvent id="end"/>""".formatted(group));
    }

    /** A table from {@code risk} to {@code seats}, whose first rule carries a label. */
    public static String table(String id, String tag, int seats) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="Definitions" name="d" namespace="n">
                  <decision id="%s" name="Seats" camunda:versionTag="%s" camunda:historyTimeToLive="P1D">
                    <decisionTable id="t" hitPolicy="COLLECT">
                      <input id="i"><inputExpression id="e" typeRef="string"><text>risk</text></inputExpression></input>
                      <output id="o" name="seats" typeRef="integer"/>
                      <rule id="r1" label="always"><inputEntry id="i1"><text></text></inputEntry>
                        <outputEntry id="o1"><text>%d</text></outputEntry></rule>
                      <rule id="r2"><inputEntry id="i2"><text>"high"</text></inputEntry>
                        <outputEntry id="o2"><text>9</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>""".formatted(id, tag, seats);
    }

    /** Files by name and content. */
    public static ModelFiles files(Map<String, String> contents) {
        var files = new TreeMap<String, byte[]>();
        contents.forEach((name, content) -> files.put(name, content.getBytes(StandardCharsets.UTF_8)));
        return new ModelFiles("memory", files);
    }

    /** What is wrong with a decision table of this name. */
    public static List<ModelFlaw> tableFlaws(String key, byte[] content) {
        return check().tableFlaws(key, content);
    }

    /** A check that knows the step {@code assessRisk}, and the topic {@code deploy}. */
    static ModelCheck check() {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("topics", (WorkTopics) () -> java.util.Set.of("deploy"));
        return new ModelCheck(Vocabularies.withStep("assessRisk"), beans.getBeanProvider(WorkTopics.class));
    }
}
