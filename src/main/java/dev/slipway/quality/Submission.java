package dev.slipway.quality;

import dev.slipway.quality.Attaching.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A document that somebody wants to attach. */
record Submission(String name, Evidence.Kind kind, String fileName, byte[] content) {

    static final int LARGEST = 20 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?");
    private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");

    /** What was measured, or what is wrong with it. */
    sealed interface Examination {

        record Sound(Map<String, String> measures) implements Examination {}

        record Flawed(Refused refusal) implements Examination {}
    }

    Examination examine() {
        return form().<Examination>map(Examination.Flawed::new).orElseGet(() -> switch (kind) {
            case JUNIT -> junit();
            case SARIF -> sarif();
            case DOCUMENT -> document();
        });
    }

    private Optional<Refused> form() {
        if (!NAME.matcher(name).matches()) {
            return refusal(
                    "name",
                    "is not usable as a name: use lower-case letters, digits, dot, underscore and hyphen, such as"
                            + " unit-tests; at most 100");
        }
        if (!FILE_NAME.matcher(fileName).matches() || fileName.isBlank()) {
            return refusal("fileName", "is no file name: give it without folders, at most 200 characters");
        }
        if (content.length == 0) {
            return refusal("content", "is empty; send the document itself");
        }
        return content.length > LARGEST
                ? refusal("content", "is larger than " + LARGEST + " bytes; send a smaller document")
                : Optional.empty();
    }

    private Examination junit() {
        var reading = JunitReader.read(content);
        if (reading instanceof JunitReport.Reading.Read read) {
            return new Examination.Sound(read.report().measures());
        }
        var reason = ((JunitReport.Reading.Refused) reading).reason();
        return new Examination.Flawed(new Refused(
                "content",
                "is not what it says: as a JUnit XML report it " + reason + ". Attach other files as a document."));
    }

    private Examination sarif() {
        var reading = SarifReader.read(content);
        if (reading instanceof SarifReport.Reading.Read read) {
            return new Examination.Sound(read.report().measures());
        }
        var reason = ((SarifReport.Reading.Refused) reading).reason();
        return new Examination.Flawed(new Refused(
                "content",
                "is not what it says: as a SARIF report it " + reason + ". Attach other files as a document."));
    }

    private Examination document() {
        return DocumentCheck.objection(fileName, content)
                .<Examination>map(reason -> new Examination.Flawed(new Refused("content", reason)))
                .orElseGet(() -> new Examination.Sound(Map.of("document." + name, fileName)));
    }

    private static Optional<Refused> refusal(String field, String reason) {
        return Optional.of(new Refused(field, reason));
    }
}
