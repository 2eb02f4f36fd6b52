package dev.slipway.flow.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCheckTests {

    private final ModelCheck check = Models.check();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${assessRisk}'/>",
                "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='deploy'/>",
                "<bpmn:callActivity id='x' calledElement='p' camunda:calledElementBinding='deployment'/>",
                "<bpmn:userTask id='x' name='Sign off ${version}' camunda:formRef='f' camunda:formRefBinding='deployment'/>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression>${risk == 'low' and seats > 1}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression>${execution.hasVariable('risk')}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression language='feel'>risk = \"low\"</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:userTask id='x'><bpmn:documentation>Costs ${nothing.at.all}</bpmn:documentation></bpmn:userTask>",
                "<bpmn:callActivity id='x' calledElement='p' camunda:calledElementBinding='deployment'><bpmn:extensionElements>"
                        + "<camunda:in businessKey='#{execution.processBusinessKey}'/></bpmn:extensionElements></bpmn:callActivity>"
            })
    void acceptsWhatOnlyUsesStepsFactsAndWork(String element) {
        assertThat(flaws(element)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='x' scriptFormat='feel'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:sendTask id='x'/>",
                "<bpmn:businessRuleTask id='x' camunda:decisionRef='d'/>",
                "<bpmn:serviceTask id='x' camunda:class='java.lang.Object'/>",
                "<bpmn:serviceTask id='x' camunda:expression='${assessRisk}'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${dataSource}'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${assessRisk.execute(execution)}'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${assessRisk}' camunda:type='external' camunda:topic='deploy'/>",
                "<bpmn:serviceTask id='x' camunda:type='shell'/>",
                "<bpmn:serviceTask id='x' camunda:type='mail'/>",
                "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='mine-bitcoin'/>",
                "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='${topic}'/>",
                "<bpmn:serviceTask id='x'/>",
                "<bpmn:serviceTask id='x' activiti:class='java.lang.Object'/>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><activiti:taskListener event='create' class='x'/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:taskListener event='create' delegateExpression='${assessRisk}'/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:executionListener event='start' expression='${x}'/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${assessRisk}'><bpmn:extensionElements><camunda:connector/></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${assessRisk}'><bpmn:extensionElements><camunda:field name='a' expression='${b}'/></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='feel'>1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:formData><camunda:formField id='a' type='string' defaultValue='${b}'/></camunda:formData></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x' camunda:formKey='embedded:app:x.html'/>",
                "<bpmn:userTask id='x' camunda:formRef='f'/>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:formRefBinding='latest'/>",
                "<bpmn:userTask id='x' camunda:formRef='missing' camunda:formRefBinding='deployment'/>",
                "<bpmn:callActivity id='x' calledElement='p'/>",
                "<bpmn:callActivity id='x' calledElement='missing' camunda:calledElementBinding='deployment'/>",
                "<bpmn:callActivity id='x' calledElement='${called}' camunda:calledElementBinding='deployment'/>",
                "<bpmn:callActivity id='x' calledElement='p' camunda:calledElementBinding='deployment' camunda:variableMappingClass='x'/>",
                "<bpmn:callActivity id='x' calledElement='p' camunda:calledElementBinding='deployment'><bpmn:extensionElements><camunda:in variables='all'/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:userTask id='x' name=\"${''.getClass()}\"/>",
                "<bpmn:userTask id='x' camunda:assignee='${execution.processEngineServices}'/>",
                "<bpmn:userTask id='x' camunda:assignee='${assessRisk}'/>",
                "<bpmn:userTask id='x' camunda:dueDate='${dateTime().plusDays(1)}'/>",
                "<bpmn:userTask id='x' name='${broken'/>",
                "<bpmn:intermediateCatchEvent id='x'><bpmn:timerEventDefinition><bpmn:timeDate>${a.b}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression language='javascript'>1</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression language='feel'>risk = = 1</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression language='feel' camunda:resource='a'/></bpmn:sequenceFlow>"
            })
    void refusesWhatReachesFurther(String element) {
        assertThat(flaws(element)).isNotEmpty().allSatisfy(flaw -> {
            assertThat(flaw.file()).isEqualTo("flows/p.bpmn");
            assertThat(flaw.element()).isEqualTo("x");
        });
    }

    @Test
    void refusesAFileThatIsNotNamedLikeItsProcess() {
        assertThat(check.flaws(Models.files(Map.of("flows/p.bpmn", Models.process("q", "")))
                        .contents()))
                .singleElement()
                .hasToString("flows/p.bpmn, q: a file holds one process, whose id is the file's name, p (line 5)");
    }

    @Test
    void refusesTwoFilesOfOneName() {
        assertThat(check.flaws(Models.files(Map.of(
                                "flows/p.bpmn", Models.process("p", ""), "parts/p.bpmn", Models.process("p", "")))
                        .contents()))
                .singleElement()
                .extracting(ModelFlaw::reason)
                .isEqualTo("has the same name as flows/p.bpmn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policies/other.dmn | a file holds a decision whose id is the file's name, other",
                "forms/other.form | the id of a form is the file's name, other"
            })
    void refusesATableOrAFormThatIsNotNamedLikeItsFile(String file, String reason) {
        var content = file.endsWith(".dmn") ? Models.table("d", "1", 1) : "{\"id\": \"f\"}";
        assertThat(check.flaws(Models.files(Map.of(file, content)).contents()))
                .singleElement()
                .extracting(ModelFlaw::reason)
                .isEqualTo(reason);
    }

    @Test
    void refusesATableThatReachesFurther() {
        for (var language : List.of("javascript", "groovy")) {
            var table = Models.table("d", "1", 1)
                    .replace("typeRef=\"string\">", "expressionLanguage=\"" + language + "\">");
            assertThat(check.flaws(Models.files(Map.of("policies/d.dmn", table)).contents()))
                    .isNotEmpty();
        }
        var table = Models.table("d", "1", 1).replace("<text>risk</text>", "<text>${risk.getClass()}</text>");
        assertThat(check.flaws(Models.files(Map.of("policies/d.dmn", table)).contents()))
                .isNotEmpty();
    }

    @Test
    void refusesWhatIsNoXmlOrRefersOutside() {
        var outside = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + Models.process("p", "").substring(39);
        assertThat(check.flaws(Models.files(Map.of("flows/p.bpmn", outside)).contents()))
                .hasSize(1);
        assertThat(check.flaws(Models.files(Map.of("flows/p.bpmn", "nonsense")).contents()))
                .hasSize(1);
    }

    private List<ModelFlaw> flaws(String element) {
        var files =
                Models.files(Map.of("flows/p.bpmn", Models.process("p", element), "forms/f.form", "{\"id\": \"f\"}"));
        return check.flaws(files.contents());
    }
}
