package dev.slipway.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JunitReportTests {

    @Test
    void countsASuiteAsSurefireWritesIt() {
        var report = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0.2" name="shop.CartTests"
                    time="1.934" tests="4" errors="1" skipped="1" failures="1" flakes="0">
                  <properties><property name="java.version" value="17"/></properties>
                  <testcase name="adds" classname="shop.CartTests" time="1,001.5"/>
                  <testcase name="removes" classname="shop.CartTests" time="0.25">
                    <failure message="expected: 1&#10;but was: 2" type="AssertionError"><![CDATA[at <init>]]></failure>
                    <system-out><![CDATA[<testcase/>]]></system-out>
                  </testcase>
                  <testcase name="pays" classname="shop.CartTests" time="0.25"><error type="IOException"/></testcase>
                  <testcase name="prints" classname="shop.CartTests" time="0"><skipped/></testcase>
                </testsuite>""");

        assertThat(report).isEqualTo(new JunitReport(4, 2, 1, 1, new BigDecimal("1002.00")));
        assertThat(report.measures())
                .containsEntry("junit.failures", "2")
                .containsEntry("junit.errors", "1")
                .containsEntry("junit.seconds", "1002");
    }

    @Test
    void countsSuitesWithinSuites() {
        assertThat(read("""
                <testsuites name="all" tests="3" failures="1" time="9">
                  <testsuite name="outer" tests="3" failures="1">
                    <testcase name="a" time="1e-05"/>
                    <testsuite name="inner" tests="2" failures="1">
                      <testcase name="b"/><testcase name="c"><failure/><failure/></testcase>
                    </testsuite>
                  </testsuite>
                </testsuites>""")).isEqualTo(new JunitReport(3, 1, 0, 0, new BigDecimal("0.00001")));
    }

    @Test
    void countsATestThatFailsTwiceOnce() {
        assertThat(read("""
                <testsuites><testsuite name="pytest" errors="1" failures="1" skipped="0" tests="1">
                  <testcase classname="test_a" name="test_x"><failure/></testcase>
                  <testcase classname="test_a" name="test_x"><error/></testcase>
                </testsuite></testsuites>""").failures()).isEqualTo(2);
    }

    @Test
    void saysNothingAboutFailuresWhereNoTestRan() {
        assertThat(read("<testsuite tests='0'/>").measures()).doesNotContainKey("junit.failures");
        assertThat(read("<testsuite tests='1'><testcase><skipped/></testcase></testsuite>")
                        .measures())
                .containsEntry("junit.skipped", "1")
                .doesNotContainKey("junit.failures");
    }

    @Test
    void refusesASuiteThatDeclaresMoreThanItContains() {
        refuses(
                "<testsuite name='unit' tests='2'><testcase/></testsuite>",
                "declares 2 tests in the testsuite 'unit' but contains 1");
    }

    @Test
    void refusesASuiteThatDeclaresLessThanItContains() {
        refuses("<testsuite tests='1'><testcase/><testcase/></testsuite>", "declares 1 tests");
        refuses("<testsuite failures='0'><testcase><failure/></testcase></testsuite>", "declares 0 failures");
        refuses("<testsuite errors='0'><testcase><error/></testcase></testsuite>", "declares 0 errors");
        refuses("<testsuite skipped='1'><testcase/></testsuite>", "declares 1 skipped");
        refuses("<testsuites tests='0'><testsuite><testcase/></testsuite></testsuites>", "declares 0 tests");
    }

    @Test
    void refusesCountsAndTimesThatAreNoNumbers() {
        refuses("<testsuite tests='many'/>", "'many'");
        refuses("<testsuite tests='-1'/>", "'-1'");
        refuses("<testsuite><testcase time='1e999999999'/></testsuite>", "number of seconds");
        refuses("<testsuite><testcase time='-1'/></testsuite>", "number of seconds");
        refuses("<testsuite><testcase time='soon'/></testsuite>", "number of seconds");
    }

    @Test
    void refusesOtherXml() {
        refuses("<html><testsuite/></html>", "root element html");
        refuses("<testcase/>", "root element testcase");
    }

    @Test
    void refusesWhatIsNoXml() {
        refuses("", "no well-formed XML");
        refuses("all tests passed", "no well-formed XML at line 1");
        refuses("<testsuite><testcase></testsuite>", "no well-formed XML");
        refuses("<testsuite/><testsuite/>", "no well-formed XML");
        refuses("{\"tests\": 1}", "no well-formed XML");
    }

    @Test
    void refusesADocumentType() {
        refuses("<!DOCTYPE testsuite SYSTEM 'http://127.0.0.1:1/x.dtd'><testsuite/>", "document type");
    }

    @Test
    void readsNoFileForAnEntity(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "hidden");
        refuses(
                "<!DOCTYPE testsuite [<!ENTITY x SYSTEM '" + secret.toUri()
                        + "'>]><testsuite name='&x;'><testcase name='a'>&x;</testcase></testsuite>",
                "document type");
    }

    @Test
    void expandsNoEntities() {
        refuses("""
                <!DOCTYPE lolz [
                  <!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                  <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
                ]><testsuite name="&d;"/>""", "document type");
    }

    @Test
    void refusesBottomlessNesting() {
        refuses("<testsuite>".repeat(100_000), "nested deeper");
        refuses("<testsuite><testcase>" + "<x>".repeat(100_000), "nested deeper");
    }

    private static JunitReport read(String text) {
        return ((JunitReport.Reading.Read) JunitReader.read(text.getBytes(StandardCharsets.UTF_8))).report();
    }

    private static void refuses(String text, String reason) {
        assertThat(JunitReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        JunitReport.Reading.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
    }
}
