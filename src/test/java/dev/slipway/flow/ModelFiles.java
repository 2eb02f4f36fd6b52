package dev.slipway.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The models as they lie in {@code processes/}, by the name of their file without its ending. */
final class ModelFiles {

    private static final Path ROOT = Path.of("processes");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelFiles() {}

    static Map<String, BpmnModelInstance> processes() {
        var all = flows();
        all.putAll(parts());
        return all;
    }

    static Map<String, BpmnModelInstance> flows() {
        return read("flows", ".bpmn", path -> Bpmn.readModelFromFile(path.toFile()));
    }

    static Map<String, BpmnModelInstance> parts() {
        return read("parts", ".bpmn", path -> Bpmn.readModelFromFile(path.toFile()));
    }

    static Map<String, DmnModelInstance> policies() {
        return read("policies", ".dmn", path -> Dmn.readModelFromFile(path.toFile()));
    }

    static Map<String, JsonNode> forms() {
        return read("forms", ".form", ModelFiles::json);
    }

    static Process process(BpmnModelInstance model) {
        return List.copyOf(model.getModelElementsByType(Process.class)).get(0);
    }

    private static JsonNode json(Path path) {
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T> Map<String, T> read(String folder, String ending, Function<Path, T> reader) {
        try (var files = Files.list(ROOT.resolve(folder))) {
            var models = new TreeMap<String, T>();
            files.filter(file -> file.toString().endsWith(ending)).forEach(file -> {
                var name = file.getFileName().toString();
                models.put(name.substring(0, name.length() - ending.length()), reader.apply(file));
            });
            return models;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
