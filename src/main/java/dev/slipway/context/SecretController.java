package dev.slipway.context;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Contexts")
class SecretController {

    private final Secrets secrets;
    private final Reencryption reencryption;
    private final Permission permission;

    SecretController(Secrets secrets, Reencryption reencryption, Permission permission) {
        this.secrets = secrets;
        this.reencryption = reencryption;
        this.permission = permission;
    }

    @PutMapping("/api/contexts/{context}/secrets/{name}")
    @Operation(summary = "Gives a secret its value from now on; it can never be read again.")
    ResponseEntity<Object> write(
            @PathVariable String context, @PathVariable String name, @RequestBody SecretRequest request) {
        var value = request.value() == null ? "" : request.value();
        var keeping = secrets.write(context, name, value, Boolean.TRUE.equals(request.revokesEarlier()));
        return keeping instanceof Keeping.Refused refused
                ? ContextProblems.refused(refused.flaws())
                : ResponseEntity.ok(Map.of("version", ((Keeping.Kept) keeping).revision()));
    }

    @GetMapping("/api/secrets/keys")
    @Operation(summary = "Tells which keys there are, by their ids, and how many values are encrypted with each.")
    ResponseEntity<Object> keys() {
        return permission.given() ? ResponseEntity.ok(secrets.keys()) : refused();
    }

    @PostMapping("/api/secrets/re-encryption")
    @Operation(summary = "Encrypts everything with the first key at once, instead of within the next minute.")
    ResponseEntity<Object> reencrypt() {
        return permission.given() ? ResponseEntity.ok(Map.of("count", reencryption.run())) : refused();
    }

    private static ResponseEntity<Object> refused() {
        return ContextProblems.refused(List.of(Permission.REFUSAL));
    }

    /** @param revokesEarlier whether earlier values are destroyed, because they open nothing any more */
    record SecretRequest(@Nullable String value, @Nullable Boolean revokesEarlier) {

        /** Without the value. */
        @Override
        public String toString() {
            return "SecretRequest[****]";
        }
    }
}
