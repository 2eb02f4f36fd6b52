package dev.slipway.flow.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** A result as it is kept in a row, so that a step whose completion failed is not done twice. */
record Remembered(String error, String reason, Map<String, Object> variables) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Remembered> TYPE = new TypeReference<>() {};

    static String written(Result.Done done) {
        return write(new Remembered("", "", done.variables()));
    }

    static String written(Result.Refused refused) {
        return write(new Remembered(refused.error(), refused.reason(), Map.of()));
    }

    static Result read(String text) {
        try {
            var row = JSON.readValue(text, TYPE);
            return row.error.isEmpty() ? new Result.Done(row.variables) : new Result.Refused(row.error, row.reason);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String write(Remembered row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
