package dev.slipway.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;

/** Reads what a person wrote about acceptance: the same as over HTTP, as YAML. */
public final class AcceptanceText {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELD = "delivery.acceptance";

    private AcceptanceText() {}

    /** What this asks for; what cannot be read is added to the flaws. A list stands for the criteria alone. */
    public static Acceptance read(String text, List<Flaw> flaws) {
        if (text.isBlank()) {
            return Acceptance.NONE;
        }
        try {
            var tree = YAML.readTree(text);
            var whole = tree.isArray() ? JSON.createObjectNode().set("criteria", tree) : tree;
            return read(whole, flaws);
        } catch (JsonProcessingException unreadable) {
            var at = unreadable.getLocation();
            flaws.add(new Flaw(
                    FIELD,
                    "This is no YAML" + (at == null ? "" : " from line " + at.getLineNr() + " on")
                            + ". Write one criterion after the other, each beginning with '- name:'."));
            return Acceptance.NONE;
        }
    }

    /** What these fields ask for, as over HTTP; what cannot be read is added to the flaws. */
    static Acceptance read(JsonNode fields, List<Flaw> flaws) {
        var read = StrictJson.read(fields.toString(), AcceptanceRequest.class);
        read.flaws()
                .forEach(flaw -> flaws.add(
                        new Flaw(flaw.field().isEmpty() ? FIELD : FIELD + "." + flaw.field(), flaw.reason())));
        var request = read.value();
        return request == null || !read.flaws().isEmpty() ? Acceptance.NONE : request.acceptance(flaws);
    }
}
