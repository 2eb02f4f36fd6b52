package dev.slipway.identity;

import dev.slipway.identity.Registering.Forbidden;
import dev.slipway.identity.Registering.Refused;
import dev.slipway.identity.Registering.Registered;
import dev.slipway.journal.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/service-accounts")
@Tag(name = "Service accounts", description = "Accounts of machines, for administrators who signed in.")
class ServiceAccountController {

    private final ServiceAccounts accounts;
    private final Tokens tokens;
    private final Rights rights;

    ServiceAccountController(ServiceAccounts accounts, Tokens tokens, Rights rights) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.rights = rights;
    }

    @GetMapping
    @Operation(summary = "Lists all service accounts by name.")
    ResponseEntity<Object> list() {
        return forAdministrators(() -> ResponseEntity.ok(
                accounts.all().stream().map(ServiceAccountView::of).toList()));
    }

    @PostMapping
    @Operation(summary = "Registers a service account, which can do nothing until it gets a token.")
    ResponseEntity<Object> register(@RequestBody ServiceAccountRequest request) {
        return answer(accounts.register(request.nameOrNone(), request.group()), HttpStatus.CREATED);
    }

    @PostMapping("/{name}/disable")
    @Operation(summary = "Stops accepting the account's tokens at once.")
    ResponseEntity<Object> disable(@PathVariable String name) {
        return switched(name, false);
    }

    @PostMapping("/{name}/enable")
    @Operation(summary = "Accepts the account's tokens again.")
    ResponseEntity<Object> enable(@PathVariable String name) {
        return switched(name, true);
    }

    @GetMapping("/{name}/tokens")
    @Operation(summary = "Lists the account's tokens, newest first, without their secrets.")
    ResponseEntity<Object> tokens(@PathVariable String name) {
        return forAdministrators(() -> accounts.find(name).isPresent()
                ? ResponseEntity.ok(TokenView.of(tokens.of(Actor.service(name))))
                : unknown(name));
    }

    @PostMapping("/{name}/tokens")
    @Operation(summary = "Creates a token for the account and shows its secret, this once.")
    ResponseEntity<Object> createToken(@PathVariable String name, @RequestBody TokenRequest request) {
        return forAdministrators(() -> accounts.find(name).isPresent()
                ? IssuingAnswer.to(tokens.issueTo(name, request.order()))
                : unknown(name));
    }

    @DeleteMapping("/{name}/tokens/{id}")
    @Operation(summary = "Revokes one of the account's tokens for good.")
    ResponseEntity<Object> revokeToken(@PathVariable String name, @PathVariable long id) {
        return forAdministrators(() -> tokens.revoke(Actor.service(name), id)
                ? ResponseEntity.noContent().build()
                : Problems.notFound(name + " has no token " + id + ". GET its tokens to see which it has."));
    }

    private ResponseEntity<Object> switched(String name, boolean enabled) {
        return forAdministrators(() -> accounts.find(name).isPresent()
                ? answer(accounts.enable(name, enabled), HttpStatus.OK)
                : unknown(name));
    }

    private ResponseEntity<Object> forAdministrators(Supplier<ResponseEntity<Object>> work) {
        return rights.administers()
                ? work.get()
                : Problems.forbidden("Only an administrator who signed in can see and change service accounts.");
    }

    private static ResponseEntity<Object> answer(Registering registering, HttpStatus status) {
        if (registering instanceof Registered registered) {
            return ResponseEntity.status(status).body(ServiceAccountView.of(registered.account()));
        }
        return registering instanceof Refused refused
                ? Problems.invalid(List.of(new Issuing.Flaw(refused.field(), refused.reason())))
                : Problems.forbidden(((Forbidden) registering).reason());
    }

    private static ResponseEntity<Object> unknown(String name) {
        return Problems.notFound("There is no service account " + name + ". GET /api/service-accounts lists them.");
    }
}
