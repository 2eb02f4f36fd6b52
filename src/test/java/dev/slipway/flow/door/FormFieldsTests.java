package dev.slipway.flow.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTests {

    private final FormFields form = FormFields.in(new ByteArrayInputStream("""
            {"components": [
              {"type": "textfield", "key": "title", "validate": {"minLength": 3, "maxLength": 5, "pattern": "[a-z]+"}},
              {"type": "number", "key": "share", "validate": {"min": 1, "max": 100}},
              {"type": "number", "key": "exact", "serializeToString": true},
              {"type": "checkbox", "key": "told", "label": "Users are told", "validate": {"required": true}},
              {"type": "radio", "key": "choice", "values": [{"value": "go"}, {"value": "stop"}], "validate": {"required": true}},
              {"type": "textarea", "key": "reason", "label": "Why", "validate": {"required": true},
               "conditional": {"hide": "=choice != \\"stop\\""}},
              {"type": "textfield", "key": "fixed", "readonly": true},
              {"type": "textfield", "key": "sometimes", "readonly": "=choice = \\"go\\""},
              {"type": "textfield", "key": "off", "disabled": true},
              {"type": "expression", "key": "computed", "expression": "=1"},
              {"type": "taglist", "key": "tags"},
              {"type": "group", "key": "box", "components": [{"type": "textfield", "key": "inner"}]}
            ]}""".getBytes(StandardCharsets.UTF_8)));

    @Test
    void takesWhatTheFormAsks() {
        assertThat(form.objection("title", "abcd")).isEmpty();
        assertThat(form.objection("title", "")).isEmpty();
        assertThat(form.objection("title", null)).isEmpty();
        assertThat(form.objection("share", 50)).isEmpty();
        assertThat(form.objection("share", 0.5 + 1)).isEmpty();
        assertThat(form.objection("exact", "1.10")).isEmpty();
        assertThat(form.objection("told", true)).isEmpty();
        assertThat(form.objection("choice", "go")).isEmpty();
        assertThat(form.objection("inner", "x")).isEmpty();
    }

    @Test
    void refusesWhatTasklistWouldNotSend() {
        assertThat(form.objection("title", "ab")).contains("'title' is shorter than 3 characters.");
        assertThat(form.objection("title", "a\0bc")).contains("'title' holds a NUL character, which is not kept.");
        assertThat(form.objection("title", "abcdef")).contains("'title' is longer than 5 characters.");
        assertThat(form.objection("title", "ABC")).contains("'title' is not of the form asked.");
        assertThat(form.objection("title", 7)).contains("'title' has to be a text.");
        assertThat(form.objection("title", List.of("abc"))).isPresent();
        assertThat(form.objection("title", new Date())).isPresent();
        assertThat(form.objection("share", 0)).contains("'share' is out of range.");
        assertThat(form.objection("share", "50")).contains("'share' has to be a number.");
        assertThat(form.objection("told", "true")).contains("'told' has to be true or false.");
        assertThat(form.objection("choice", "wait")).contains("'choice' has to be one of [go, stop].");
        assertThat(form.objection("inner", "x".repeat(4001))).contains("'inner' is longer than 4000 characters.");
    }

    @Test
    void refusesToWriteWhatItOnlyShowsOrDoesNotKnow() {
        for (var name : List.of("fixed", "sometimes", "off", "computed", "tags", "box")) {
            assertThat(form.shows(name)).as(name).isTrue();
            assertThat(form.objection(name, "x")).as(name).isPresent();
        }
        assertThat(form.shows("releaseId")).isFalse();
        assertThat(form.objection("releaseId", "x"))
                .contains("'releaseId' is not a field of this task's form and cannot be written by a person.");
        assertThat(form.objection("n".repeat(9000), "x"))
                .hasValueSatisfying(reason -> assertThat(reason.length()).isLessThan(200));
    }

    @Test
    void insistsOnWhatIsRequiredUnlessTheAnswersHideIt() {
        assertThat(form.missing(Map.of())).contains("'Users are told' has to be filled in.");
        assertThat(form.missing(Map.of("told", false, "choice", "go"))).isPresent();
        assertThat(form.missing(Map.of("told", true, "choice", " "))).contains("'choice' has to be filled in.");
        assertThat(form.missing(Map.of("told", true, "choice", "go"))).isEmpty();
        assertThat(form.missing(Map.of("told", true, "choice", "stop"))).contains("'Why' has to be filled in.");
        assertThat(form.missing(Map.of("told", true, "choice", "stop", "reason", "\n")))
                .isPresent();
        assertThat(form.missing(Map.of("told", true, "choice", "stop", "reason", "because")))
                .isEmpty();
    }
}
