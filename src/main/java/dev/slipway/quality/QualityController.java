package dev.slipway.quality;

import dev.slipway.content.Digest;
import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/releases/{id}")
@Tag(name = "Quality", description = "Evidence, and the gates it is held against.")
class QualityController {

    private final Quality quality;
    private final Neighbours neighbours;

    QualityController(Quality quality, Neighbours neighbours) {
        this.quality = quality;
        this.neighbours = neighbours;
    }

    @PostMapping("/evidence")
    @Operation(
            summary = "Attaches a document to the release's current candidate.",
            description =
                    "Send it as multipart/form-data in the field 'file', or as the body; kind is junit, sarif or document.")
    ResponseEntity<ListedEvidence> attach(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String fileName,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        var subject = subject(id);
        var upload = new Upload(file, request);
        if (upload.isFormFields()) {
            throw Problem.wrongContentType();
        }
        var known = Upload.kind(kind)
                .orElseThrow(() -> Problem.refused(HttpStatus.UNPROCESSABLE_ENTITY, Upload.wrongKind()));
        var content = upload.content().orElseThrow(Problem::tooLarge);
        return answer(
                quality.attach(subject.release().id(), name, known, upload.fileName(fileName, name, known), content));
    }

    private static ResponseEntity<ListedEvidence> answer(Attaching attaching) {
        if (attaching instanceof Attaching.Attached attached) {
            return ResponseEntity.created(URI.create(ListedEvidence.path(attached.evidence())))
                    .body(ListedEvidence.of(attached.evidence()));
        }
        var refused = (Attaching.Refused) attaching;
        var status = switch (refused.field()) {
            case "actor" -> HttpStatus.FORBIDDEN;
            case "state" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
        throw Problem.refused(status, new Flaw(refused.field(), refused.reason()));
    }

    @GetMapping("/evidence")
    @Operation(summary = "Lists all evidence of the release, newest first.")
    List<ListedEvidence> evidence(@PathVariable String id) {
        return quality.evidence(subject(id).release().id()).stream()
                .map(ListedEvidence::of)
                .toList();
    }

    @GetMapping("/evidence/{digest:[0-9a-f]{64}}")
    @Operation(summary = "Returns a document as it was attached, always as a download.")
    ResponseEntity<InputStreamResource> content(@PathVariable String id, @PathVariable String digest) {
        return download(quality.evidence(new ReleaseId(id), new Digest(digest)).orElseThrow(Problem::unknownEvidence));
    }

    /** Whatever it contains, a browser must neither show nor run it here. */
    private ResponseEntity<InputStreamResource> download(Evidence evidence) {
        var attachment = ContentDisposition.attachment()
                .filename(evidence.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(evidence.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(quality.open(evidence)));
    }

    @GetMapping("/gates")
    @Operation(summary = "Lists all assessments of the release's gates, newest first.")
    List<ListedGate> gates(@PathVariable String id) {
        return quality.gates(subject(id).release().id()).stream()
                .map(ListedGate::of)
                .toList();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ErrorResponseException problem) {
        return ResponseEntity.of(problem.getBody()).build();
    }

    private Subject subject(String id) {
        var release = new ReleaseId(id);
        return neighbours.subject(release).orElseThrow(() -> Problem.unknownRelease(release));
    }
}
