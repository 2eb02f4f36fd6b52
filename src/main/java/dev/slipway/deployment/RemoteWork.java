package dev.slipway.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Shift;

/**
 * What an agent is to do at a target, without anything secret.
 *
 * @param operation install, shift or remove
 * @param version the one that it is about; of a removal, the one that stays, empty where nothing is to stay
 * @param kind what the move is to bring about, as {@link Move.Kind} has it
 */
record RemoteWork(
        String operation, Move.Kind kind, String version, String digest, int share, int unavailable, boolean beside) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RemoteWork of(Install move) {
        var kind = move.beside() ? Move.Kind.BESIDE : Move.Kind.INSTALL;
        return new RemoteWork(
                "install", kind, move.version(), move.digest().hex(), move.share(), move.unavailable(), move.beside());
    }

    static RemoteWork of(Shift move) {
        return new RemoteWork(
                "shift", Move.Kind.SHIFT, move.version(), move.digest().hex(), move.share(), 100, false);
    }

    static RemoteWork of(Remove move) {
        var kind = move.keep().isEmpty() ? Move.Kind.INSTALL : Move.Kind.RETIRE;
        return new RemoteWork("remove", kind, move.keep(), "", 100, 100, false);
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
