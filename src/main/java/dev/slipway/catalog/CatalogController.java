package dev.slipway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.catalog.Applying.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

@RestController
@RequestMapping("/api/catalog")
@Tag(name = "Catalogue", description = "Products, components, environments and targets, described in YAML.")
class CatalogController {

    private static final String YAML = "application/yaml";

    private final Catalog catalog;
    private final CurrentCatalog current;
    private final CatalogSchema schema;
    private final OtherKinds others;
    private final Permission permission;

    CatalogController(
            Catalog catalog, CurrentCatalog current, CatalogSchema schema, OtherKinds others, Permission permission) {
        this.catalog = catalog;
        this.current = current;
        this.schema = schema;
        this.others = others;
        this.permission = permission;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Reads the catalogue as JSON.")
    Map<String, Object> json() {
        return Written.json(current.now(), others.written());
    }

    @GetMapping(produces = YAML)
    @Operation(summary = "Reads the catalogue as YAML documents that can be applied again.")
    ResponseEntity<byte[]> yaml() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(YAML))
                .body(Written.yaml(current.now(), others.written()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(
            path = "/schema",
            produces = {"application/schema+json", MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "Publishes the JSON Schema of a document, for editors.")
    JsonNode schema() {
        return schema.text();
    }

    @PutMapping(consumes = {YAML, "application/x-yaml", "text/yaml"})
    @Operation(summary = "Applies the documents of one YAML file, all of them or none.")
    ResponseEntity<?> apply(InputStream body) throws IOException {
        if (!permission.given()) {
            return CatalogAnswers.forbidden();
        }
        var upload = new Upload();
        upload.add("catalog.yaml", body);
        return apply(upload);
    }

    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Applies the documents of several YAML files, all of them or none.")
    ResponseEntity<?> apply(MultipartHttpServletRequest request) throws IOException {
        if (!permission.given()) {
            return CatalogAnswers.forbidden();
        }
        var upload = new Upload();
        for (var parts : request.getMultiFileMap().values()) {
            for (var part : parts) {
                var name = part.getOriginalFilename();
                upload.add(name == null || name.isBlank() ? part.getName() : name, part.getInputStream());
            }
        }
        return apply(upload);
    }

    private ResponseEntity<?> apply(Upload upload) {
        return CatalogAnswers.to(
                upload.problems().isEmpty() ? catalog.apply(upload.files()) : new Refused(upload.problems()));
    }
}
