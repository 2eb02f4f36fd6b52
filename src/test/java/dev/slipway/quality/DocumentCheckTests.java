package dev.slipway.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentCheckTests {

    @Test
    void takesWhatItsEndingPromises() {
        takes("report.pdf", "%PDF-1.7 and so on");
        takes("REPORT.PDF", "%PDF-1.7 and so on");
        takes("figures.json", "{\"coverage\": [1, {\"x\": null}]}");
        takes("figures.json", "42\n");
        takes("coverage.xml", "<?xml version='1.0'?><report><counter missed='1'/></report>");
        assertThat(DocumentCheck.objection(
                        "shot.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}))
                .isEmpty();
    }

    @Test
    void takesADocumentTypeWithoutReadingIt() {
        takes(
                "jacoco.xml",
                "<!DOCTYPE report PUBLIC '-//JACOCO//DTD Report 1.1//EN' 'http://127.0.0.1:1/report.dtd'><report/>");
    }

    @Test
    void takesAnythingUnderOtherEndings() {
        takes("minutes.txt", "anything");
        takes("minutes", "anything");
    }

    @Test
    void refusesWhatItsEndingDoesNotPromise() {
        refuses("report.pdf", "<html/>");
        refuses("shot.png", "%PDF-1.7");
        refuses("shot.png", "");
        refuses("figures.json", "");
        refuses("figures.json", "{\"a\": 1} {\"b\": 2}");
        refuses("figures.json", "{\"a\": 1");
        refuses("figures.json", "[".repeat(100_000));
        refuses("figures.json", "coverage: 80");
        refuses("coverage.xml", "{\"a\": 1}");
        refuses("coverage.xml", "<report>");
        refuses("coverage.xml", "<x>".repeat(100_000));
    }

    private static void takes(String fileName, String content) {
        assertThat(DocumentCheck.objection(fileName, content.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static void refuses(String fileName, String content) {
        assertThat(DocumentCheck.objection(fileName, content.getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("is not what it says"));
    }
}
