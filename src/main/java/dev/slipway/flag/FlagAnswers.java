package dev.slipway.flag;

import dev.slipway.release.FlawProblems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers over HTTP how asking for something ended. */
final class FlagAnswers {

    private FlagAnswers() {}

    static ResponseEntity<Object> of(Flagging flagging) {
        if (flagging instanceof Flagging.Made made) {
            return ResponseEntity.ok(FlagView.of(made.flag()));
        }
        if (flagging instanceof Flagging.Gathered gathered) {
            return ResponseEntity.ok(AudienceController.AudienceView.of(gathered.audience()));
        }
        if (flagging instanceof Flagging.Refused refused) {
            return FlawProblems.refused(refused.flaws(), "flag-state", "This cannot be done now");
        }
        return flagging instanceof Flagging.Unknown unknown
                ? unknown(unknown.what())
                : ResponseEntity.noContent().build();
    }

    static ResponseEntity<Object> unknown(String what) {
        return ResponseEntity.of(
                        FlawProblems.problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", what))
                .build();
    }
}
