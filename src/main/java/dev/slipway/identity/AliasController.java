package dev.slipway.identity;

import dev.slipway.identity.Issuing.Flaw;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decides who counts as an author and so cannot approve: therefore only for administrators who signed in. */
@RestController
@RequestMapping("/api/aliases")
@Tag(name = "Aliases", description = "Whose commits are whose, for administrators who signed in.")
class AliasController {

    private static final int LONGEST_ADDRESS = 320;
    private static final String NOT_AN_ADMINISTRATOR = "Only an administrator who signed in can see and set aliases.";

    private final People people;
    private final Rights rights;

    AliasController(People people, Rights rights) {
        this.people = people;
        this.rights = rights;
    }

    @GetMapping
    @Operation(summary = "Lists the addresses that were said to be somebody's.")
    ResponseEntity<Object> list() {
        if (!rights.administers()) {
            return Problems.forbidden(NOT_AN_ADMINISTRATOR);
        }
        var persons = new TreeMap<String, String>();
        people.aliases().forEach((email, person) -> persons.put(email, person.value()));
        return ResponseEntity.ok(persons);
    }

    @PutMapping
    @Operation(summary = "Says that commits with this address are this person's.")
    ResponseEntity<Object> set(@RequestBody AliasRequest request) {
        if (!rights.administers()) {
            return Problems.forbidden(NOT_AN_ADMINISTRATOR);
        }
        var flaws = new ArrayList<Flaw>();
        if (!request.address().contains("@") || request.address().length() > LONGEST_ADDRESS) {
            flaws.add(new Flaw("email", "Give the address exactly as it stands in the commits."));
        }
        if (people.find(request.id()).isEmpty()) {
            flaws.add(new Flaw("person", "There is nobody with the user id " + request.id() + "."));
        }
        if (!flaws.isEmpty()) {
            return Problems.invalid(flaws);
        }
        people.alias(request.address(), request.id());
        return ResponseEntity.noContent().build();
    }
}
