package dev.slipway.quality;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/** Reads a SARIF 2.1.0 report as a stream, so that a large one takes no more room than the names of its rules. */
class SarifReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String VERSION = "2.1.0";

    private final JsonParser json;
    private final JsonWalk walk;
    private String version = "";
    private SarifReport report = new SarifReport(0, 0, 0, 0, 0, true);

    private SarifReader(JsonParser json) {
        this.json = json;
        this.walk = new JsonWalk(json);
    }

    static SarifReport.Reading read(byte[] content) {
        try (var json = JSON.createParser(content)) {
            return new SarifReport.Reading.Read(new SarifReader(json).read());
        } catch (NotSarif fault) {
            return new SarifReport.Reading.Refused(fault.reason);
        } catch (JsonProcessingException fault) {
            var place = fault.getLocation();
            return new SarifReport.Reading.Refused("is no well-formed JSON"
                    + (place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")"));
        } catch (IOException fault) {
            return new SarifReport.Reading.Refused("is no text in UTF-8");
        }
    }

    private SarifReport read() throws IOException, NotSarif {
        if (json.nextToken() == null) {
            throw new NotSarif("is empty");
        }
        walk.fields("its root", field -> {
            switch (field) {
                case "version" -> version = walk.text(field);
                case "runs" -> walk.elements(field, this::run);
                default -> {}
            }
        });
        if (json.nextToken() != null) {
            throw new NotSarif("goes on after its end; send one report at a time");
        }
        if (!version.equals(VERSION)) {
            throw new NotSarif(
                    version.isEmpty()
                            ? "has no version; a SARIF report says \"version\": \"" + VERSION + "\""
                            : "has the version " + version + "; only " + VERSION + " can be read, so convert it");
        }
        if (report.runs() == 0) {
            throw new NotSarif("has no runs; a scan that found nothing has one with empty results");
        }
        return report;
    }

    private void run(String where) throws IOException, NotSarif {
        var run = new SarifRun(walk);
        run.read(where);
        report = run.addedTo(report);
    }
}
