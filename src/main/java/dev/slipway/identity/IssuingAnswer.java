package dev.slipway.identity;

import dev.slipway.identity.Issuing.Forbidden;
import dev.slipway.identity.Issuing.Issued;
import dev.slipway.identity.Issuing.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Says over HTTP how asking for a token ended. */
final class IssuingAnswer {

    private IssuingAnswer() {}

    static ResponseEntity<Object> to(Issuing issuing) {
        if (issuing instanceof Issued issued) {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .cacheControl(CacheControl.noStore())
                    .body(TokenView.of(issued.token(), issued.secret()));
        }
        return issuing instanceof Refused refused
                ? Problems.invalid(refused.flaws())
                : Problems.forbidden(((Forbidden) issuing).reason());
    }
}
