package dev.slipway.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that contexts give a component in an environment at one moment; secrets by reference. It is kept by its digest, so that what a deployment was made
 * with can be restored.
 */
public record Snapshot(
        SortedMap<String, String> variables,
        SortedMap<String, SecretReference> secrets,
        List<SnapshotFile> files,
        List<SnapshotHook> hooks) {

    public static final Snapshot EMPTY = new Snapshot(new TreeMap<>(), new TreeMap<>(), List.of(), List.of());

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Stands for itself wherever it is noted; empty where nothing is given. */
    public String digest() {
        if (equals(EMPTY)) {
            return "";
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(write().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static Snapshot read(String text) {
        try {
            return JSON.readValue(text, Snapshot.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** @param secret what its content is; null where {@code content} is */
    public record SnapshotFile(
            String path, String content, @Nullable SecretReference secret, boolean executable) {}

    /** @param timeout in seconds */
    public record SnapshotHook(
            String context,
            String name,
            Hook.When when,
            List<Hook.Step> steps,
            List<String> command,
            String directory,
            long timeout) {}
}
