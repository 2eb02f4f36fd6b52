package dev.slipway.web;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Text of forms and addresses, which no NUL character may be in: no database keeps one. */
@ControllerAdvice
class PlainFields {

    @InitBinder
    void refuseNul(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                if (text.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("It holds a NUL character. Leave it out.");
                }
                setValue(text);
            }
        });
    }
}
