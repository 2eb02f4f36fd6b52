package dev.slipway.approval;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.PersonId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/approvals")
@Tag(name = "Approvals", description = "Who is asked, and what they said.")
class ProspectController {

    private final Approvals approvals;
    private final Catalog catalog;

    ProspectController(Approvals approvals, Catalog catalog) {
        this.approvals = approvals;
        this.catalog = catalog;
    }

    @GetMapping("/outlook")
    @Operation(
            summary =
                    "Says who would be asked about a release that is being planned, and which of it nobody could approve; nothing is written.")
    ResponseEntity<Object> outlook(
            @RequestParam String product,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String revision,
            @RequestParam(defaultValue = "") List<String> stakeholders,
            @RequestParam(defaultValue = "") String incident) {
        var known = catalog.product(new ProductKey(product));
        if (known.isEmpty()) {
            return ApprovalProblems.answer(
                    HttpStatus.NOT_FOUND,
                    "unknown-product",
                    "There is no such product",
                    "There is no product " + product + ". GET /api/catalog lists those there are.");
        }
        var draft = new Draft(
                known.get().key(),
                known.get().flow(),
                incident.isBlank(),
                stakeholders.stream().map(PersonId::new).toList(),
                from.strip(),
                revision.strip());
        return ResponseEntity.ok(View.of(approvals.outlook(draft)));
    }

    /**
     * @param authors who had a hand in the contents; null where they were not read
     * @param unknownAuthors how many more had whom nobody knows here; null where they were not read
     * @param unread why the contents could not be read; empty where they were, or no revision was named
     */
    record View(
            List<Expectation> approvals,
            @Nullable List<String> authors,
            @Nullable Integer unknownAuthors,
            String unread) {

        private static View of(Prospect prospect) {
            var authors = prospect.authors();
            return new View(
                    prospect.expectations(),
                    authors == null
                            ? null
                            : authors.people().stream()
                                    .map(PersonId::value)
                                    .sorted()
                                    .toList(),
                    authors == null ? null : authors.strangers().size(),
                    prospect.unread());
        }
    }
}
