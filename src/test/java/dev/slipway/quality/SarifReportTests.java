package dev.slipway.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SarifReportTests {

    @Test
    void countsResultsByLevel() {
        var report = read("""
                {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
                  "tool": {"driver": {"name": "scanner", "rules": []}},
                  "results": [
                    {"ruleId": "a", "level": "error", "message": {"text": "no"}, "locations": [{"id": 1}]},
                    {"ruleId": "a", "level": "warning", "message": {"text": "hm"}},
                    {"ruleId": "a", "level": "note", "message": {"text": "ah"}},
                    {"ruleId": "a", "level": "none", "message": {"text": "oh"}}]}]}""");

        assertThat(report).isEqualTo(new SarifReport(1, 1, 1, 1, 0, true));
        assertThat(report.measures())
                .containsEntry("sarif.findings", "2")
                .containsEntry("sarif.errors", "1")
                .containsEntry("sarif.notes", "1");
    }

    @Test
    void asksTheRuleWhereTheResultDoesNotSay() {
        assertThat(read("""
                {"runs": [{
                  "results": [
                    {"ruleIndex": 1}, {"ruleId": "EX/7"}, {"rule": {"id": "EX", "toolComponent": {"index": 0}}},
                    {"ruleId": "unknown"}, {"kind": "pass", "ruleId": "EX"}, {}],
                  "tool": {
                    "driver": {"rules": [
                      {"id": "A"}, {"defaultConfiguration": {"level": "note", "rank": 1}, "id": "B"}]},
                    "extensions": [{"name": "more", "rules": [
                      {"id": "EX", "defaultConfiguration": {"enabled": true, "level": "error"}}]}]}}],
                 "version": "2.1.0"}""")).isEqualTo(new SarifReport(1, 2, 2, 1, 0, true));
    }

    @Test
    void leavesOutWhatWasSuppressedOrIsGone() {
        assertThat(read("""
                {"version": "2.1.0", "runs": [{"results": [
                  {"level": "error", "suppressions": [{"kind": "inSource"}]},
                  {"level": "error", "suppressions": [{"kind": "external", "status": "rejected"}]},
                  {"level": "error", "suppressions": []},
                  {"level": "error", "baselineState": "absent"}]}]}""")).isEqualTo(new SarifReport(1, 2, 0, 0, 1, true));
    }

    @Test
    void addsScansUp() {
        assertThat(read("""
                {"version": "2.1.0", "runs": [
                  {"results": [{"level": "error"}]}, {"results": [{"level": "error"}, {"level": "warning"}]}]}""")).isEqualTo(new SarifReport(2, 2, 1, 0, 0, true));
    }

    @Test
    void saysNothingOfFindingsWhereAScanDidNotComeToItsEnd() {
        for (var run : new String[] {
            "{}",
            "{\"results\": null}",
            "{\"results\": [], \"invocations\": [{\"executionSuccessful\": true}, {\"executionSuccessful\": false}]}"
        }) {
            var report = read("{\"version\": \"2.1.0\", \"runs\": [{\"results\": []}, " + run + "]}");
            assertThat(report.measures()).containsOnlyKeys("sarif.runs");
        }
        assertThat(read("{\"version\": \"2.1.0\", \"runs\": [{\"results\": []}]}")
                        .measures())
                .containsEntry("sarif.findings", "0");
    }

    @Test
    void saysWhatIsWrong() {
        refuses("<xml/>", "is no well-formed JSON (line 1, column");
        refuses("[]", "has no object at its root");
        refuses("{}", "has no version");
        refuses("{\"version\": \"2.0.0\", \"runs\": []}", "has the version 2.0.0; only 2.1.0");
        refuses("{\"version\": \"2.1.0\"}", "has no runs");
        refuses("{\"version\": \"2.1.0\", \"runs\": {}}", "has no array at runs");
        refuses("{\"version\": \"2.1.0\", \"runs\": [7]}", "has no object at runs[0]");
        refuses(
                "{\"version\": \"2.1.0\", \"runs\": [{\"results\": [{\"level\": \"fatal\"}]}]}",
                "has the level 'fatal' at runs[0].results[0].level");
        refuses(
                "{\"version\": \"2.1.0\", \"runs\": [{\"results\": [{\"ruleIndex\": 99999999999}]}]}",
                "has no whole number at runs[0].results[0].ruleIndex");
        refuses("{\"version\": \"2.1.0\", \"runs\": [{\"results\": []}]} {}", "goes on after its end");
        refuses("{\"version\": \"2.1.0\", \"runs\": [{\"results\": []}], \"runs\": []}", "is no well-formed JSON");
        refuses("{\"version\": \"2.1.0\", \"runs\": [{\"results\": [", "is no well-formed JSON");
        refuses("{\"x\": " + "[".repeat(100_000), "is no well-formed JSON");
        refuses("", "is empty");
    }

    private static SarifReport read(String json) {
        return ((SarifReport.Reading.Read) SarifReader.read(bytes(json))).report();
    }

    private static void refuses(String json, String reason) {
        assertThat(SarifReader.read(bytes(json)))
                .isInstanceOfSatisfying(
                        SarifReport.Reading.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
