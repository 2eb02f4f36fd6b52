package dev.slipway.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tokens")
@Tag(name = "Tokens", description = "Your own access tokens.")
class TokenController {

    private final Tokens tokens;
    private final Acting acting;

    TokenController(Tokens tokens, Acting acting) {
        this.tokens = tokens;
        this.acting = acting;
    }

    @GetMapping
    @Operation(summary = "Lists your tokens, newest first, without their secrets.")
    List<TokenView> list() {
        return TokenView.of(tokens.of(acting.now()));
    }

    @PostMapping
    @Operation(summary = "Creates a token and shows its secret, this once; only for somebody who signed in.")
    ResponseEntity<Object> create(@RequestBody TokenRequest request) {
        return IssuingAnswer.to(tokens.issue(request.order()));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Revokes one of your tokens for good.")
    ResponseEntity<Object> revoke(@PathVariable long id) {
        return tokens.revoke(acting.now(), id)
                ? ResponseEntity.noContent().build()
                : Problems.notFound(
                        "You have no token " + id + " that you could revoke here. GET /api/tokens lists yours.");
    }
}
