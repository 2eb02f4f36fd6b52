package dev.slipway.quality;

import dev.slipway.release.Flaw;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;

/** What came with a request to attach evidence: the file of a form, or the body itself. */
record Upload(@Nullable MultipartFile file, HttpServletRequest request) {

    /** The server has read such a body as parameters, so the document is lost. */
    boolean isFormFields() {
        var type = request.getContentType();
        return file == null
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Empty where it is too large. */
    Optional<byte[]> content() throws IOException {
        if (request.getContentLengthLong() > Submission.LARGEST && file == null) {
            return Optional.empty();
        }
        try (var body = file == null ? request.getInputStream() : file.getInputStream()) {
            return Optional.of(body.readNBytes(Submission.LARGEST + 1))
                    .filter(content -> content.length <= Submission.LARGEST);
        }
    }

    /** As given, else as the file was called, else made from the name. */
    String fileName(@Nullable String given, String name, Evidence.Kind kind) {
        if (given != null && !given.isBlank()) {
            return given;
        }
        var original = file == null ? null : file.getOriginalFilename();
        if (original != null && !original.isBlank()) {
            return original.substring(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1);
        }
        return switch (kind) {
            case JUNIT -> name + ".xml";
            case SARIF -> name + ".sarif";
            case DOCUMENT -> name;
        };
    }

    static Optional<Evidence.Kind> kind(@Nullable String text) {
        return Arrays.stream(Evidence.Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(text))
                .findFirst();
    }

    static Flaw wrongKind() {
        return new Flaw("kind", "is missing or unknown; it is junit, sarif or document");
    }
}
