package dev.slipway.calendar;

import dev.slipway.release.Flaw;
import dev.slipway.release.FlawProblems;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What goes wrong over HTTP in this module, as RFC 9457 has it. */
final class CalendarProblems {

    private CalendarProblems() {}

    static ResponseEntity<Object> refused(List<Flaw> flaws) {
        return FlawProblems.refused(flaws, "calendar-state", "This cannot be done any more");
    }

    static ResponseEntity<Object> unknown(String what) {
        return ResponseEntity.of(
                        FlawProblems.problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", what))
                .build();
    }
}
