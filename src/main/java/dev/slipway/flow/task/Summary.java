package dev.slipway.flow.task;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * What a person needs to know to decide, small enough for a form. Forms name its parts; what there is nothing to say about is empty.
 *
 * @param candidate the number of the candidate
 * @param changeType standard, normal or emergency; {@code unknown} until it is decided
 * @param planned {@code planned}, or {@code rework} with the incident it answers to
 * @param contents the newest commits; {@code contentsTotal} counts all
 * @param strangers hands in the contents that match nobody known here
 * @param votes of the present approval, or of the last one where there is none; then those of earlier ones, newest first
 * @param analysis how the version did in use, as last judged
 * @param link to the release's page
 */
record Summary(
        String release,
        String product,
        String version,
        String flow,
        String planned,
        String objectives,
        String requester,
        String sprintEnd,
        int candidate,
        String digest,
        String revision,
        String commit,
        String risk,
        String changeType,
        List<Item> contents,
        int contentsTotal,
        List<String> authors,
        List<String> strangers,
        List<Scope> scope,
        List<Document> evidence,
        List<Gate> gates,
        List<Vote> votes,
        Analysis analysis,
        String link,
        @JsonUnwrapped Occasion occasion) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Why this task is there: what the flow knows about it. */
    record Occasion(
            String seat, String environment, String share, String failure, String refusal, String cancelReason) {}

    record Item(String commit, String subject, String issues, String author) {}

    record Scope(String key, String title, boolean done) {}

    record Document(String name, String kind, String measures, String by) {}

    record Gate(String name, String verdict, List<Criterion> criteria) {}

    record Criterion(String name, String measured, String required, String verdict) {}

    /** The newest analysis of the release; empty where there was none. */
    record Analysis(
            String finding,
            String reason,
            String former,
            int share,
            String from,
            String until,
            List<Judgement> criteria) {

        static final Analysis NONE = new Analysis("", "", "", 0, "", "", List.of());
    }

    record Judgement(String name, String finding, String words) {}

    record Vote(String purpose, String label, String voter, String decision, String comment) {}
}
