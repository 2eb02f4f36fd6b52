package dev.slipway.flow.work;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a check wrote: one JUnit XML file, or a folder of them, as most test tools leave behind, which becomes one report. */
final class JunitReports {

    private static final Pattern PROLOGUE = Pattern.compile("\\A\\s*(<\\?xml.*?\\?>)?\\s*", Pattern.DOTALL);
    private static final Pattern ENVELOPE = Pattern.compile("</?testsuites[^>]*>");

    private JunitReports() {}

    /** Empty where there is nothing within the working folder. */
    static Optional<byte[]> in(Path folder, String evidence) throws IOException {
        var place = folder.resolve(evidence).normalize();
        if (!place.startsWith(folder) || !Files.exists(place)) {
            return Optional.empty();
        }
        if (Files.isRegularFile(place)) {
            return Optional.of(Files.readAllBytes(place));
        }
        try (var files = Files.list(place)) {
            var reports = files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
            return reports.isEmpty() ? Optional.empty() : Optional.of(joined(reports));
        }
    }

    /** What is no XML stays none: it is examined as a whole where evidence is kept. */
    private static byte[] joined(List<Path> reports) throws IOException {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes("<testsuites>\n".getBytes(StandardCharsets.UTF_8));
        for (var report : reports) {
            var suites = PROLOGUE.matcher(Files.readString(report)).replaceFirst("");
            whole.writeBytes(ENVELOPE.matcher(suites).replaceAll("").getBytes(StandardCharsets.UTF_8));
        }
        whole.writeBytes("\n</testsuites>\n".getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}
