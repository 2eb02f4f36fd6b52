package dev.slipway.flow.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What an agent is to ask a component.
 *
 * @param apart whether it asks where the version answers apart from all others
 * @param until the instant until which it asks again and again; empty for once
 * @param tolerated how many questions may go wrong
 */
record RemoteCheck(String version, boolean apart, String path, String until, long tolerated) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RemoteCheck read(String text) {
        try {
            return JSON.readValue(text, RemoteCheck.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
