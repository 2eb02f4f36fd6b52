package dev.slipway.flow.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JunitReportsTests {

    @TempDir
    Path folder;

    @Test
    void takesASingleFileAsItIs() throws IOException {
        Files.writeString(folder.resolve("report.xml"), "<testsuite/>");

        assertThat(JunitReports.in(folder, "report.xml"))
                .hasValueSatisfying(report -> assertThat(report).asString().isEqualTo("<testsuite/>"));
    }

    @Test
    void joinsTheReportsOfAFolder() throws IOException {
        Files.createDirectory(folder.resolve("reports"));
        Files.writeString(folder.resolve("reports/a.xml"), "<?xml version='1.0'?>\n<testsuite name='a'/>");
        Files.writeString(folder.resolve("reports/b.xml"), "<testsuites tests='1'><testsuite name='b'/></testsuites>");
        Files.writeString(folder.resolve("reports/c.txt"), "words");

        assertThat(JunitReports.in(folder, "reports"))
                .hasValueSatisfying(report -> assertThat(report)
                        .asString()
                        .isEqualTo("<testsuites>\n<testsuite name='a'/><testsuite name='b'/>\n</testsuites>\n"));
    }

    @Test
    void looksNowhereElse() throws IOException {
        var inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("report.xml"), "<testsuite/>");

        assertThat(JunitReports.in(inside, "../report.xml")).isEmpty();
        assertThat(JunitReports.in(inside, "report.xml")).isEmpty();
    }
}
