package dev.slipway.flow.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs to know to decide, small enough for a form.
 *
 * @param planned {@code planned}, or {@code rework} with the incident it answers to
 * @param contents the newest commits
 * @param moreContents how many commits are left out
 * @param strangers hands in the contents that match nobody known here
 * @param votes of the present approval; of the last one where there is none
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
        Candidate candidate,
        String risk,
        List<Item> contents,
        int moreContents,
        List<String> authors,
        List<String> strangers,
        List<Scope> scope,
        List<Document> evidence,
        List<Gate> gates,
        List<Vote> votes,
        String link) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    record Candidate(int number, String digest, String revision, String commit) {}

    record Item(String commit, String subject, String issues, String author) {}

    record Scope(String key, String title, boolean done) {}

    record Document(String name, String kind, String measures, String by) {}

    record Gate(String name, String verdict, List<Criterion> criteria) {}

    record Criterion(String name, String measured, String required, String verdict) {}

    record Vote(String purpose, String seat, @Nullable String person, String decision, String comment) {}
}
