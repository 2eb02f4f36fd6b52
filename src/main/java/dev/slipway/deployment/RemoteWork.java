package dev.slipway.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Remove;

/**
 * What an agent is to do at a target, without anything secret.
 *
 * @param operation install or remove
 */
record RemoteWork(String operation, String version, String digest, int share) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RemoteWork of(Install move) {
        return new RemoteWork("install", move.version(), move.digest().hex(), move.share());
    }

    static RemoteWork of(Remove move) {
        return new RemoteWork("remove", "", "", 0);
    }

    static RemoteWork read(String text) {
        try {
            return JSON.readValue(text, RemoteWork.class);
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
