package dev.slipway.flow.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.flow.expression.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Holds a set of models against the rules; what it lets pass can reach nothing but steps, facts and work. */
@Component
class ModelCheck {

    private final Vocabulary vocabulary;
    private final ObjectProvider<WorkTopics> topics;
    private final ObjectMapper json = new ObjectMapper();

    ModelCheck(Vocabulary vocabulary, ObjectProvider<WorkTopics> topics) {
        this.vocabulary = vocabulary;
        this.topics = topics;
    }

    /** Everything that is wrong with these models; nothing where they can be deployed. */
    List<ModelFlaw> flaws(Map<String, byte[]> models) {
        var flaws = new ArrayList<ModelFlaw>();
        var names = ModelNames.of(models.keySet(), knownTopics());
        var ids = new HashMap<String, String>();
        models.forEach((file, content) -> {
            var twin = ids.put(ModelNames.id(file) + file.substring(file.lastIndexOf('.')), file);
            if (twin != null) {
                flaws.add(new ModelFlaw(file, 0, ModelNames.id(file), "has the same name as " + twin));
            }
            flaws.addAll(flaws(file, content, names));
        });
        return flaws;
    }

    /** Everything that is wrong with one decision table of this name. */
    List<ModelFlaw> tableFlaws(String key, byte[] content) {
        return flaws(key + ".dmn", content, new ModelNames(Set.of(), Set.of(), null));
    }

    private @Nullable Set<String> knownTopics() {
        var known = topics.stream().toList();
        return known.isEmpty()
                ? null
                : known.stream().flatMap(some -> some.topics().stream()).collect(Collectors.toSet());
    }

    private List<ModelFlaw> flaws(String file, byte[] content, ModelNames names) {
        try {
            if (file.endsWith(".bpmn")) {
                return new ProcessCheck(file, names, vocabulary).of(Xml.parse(content));
            }
            return file.endsWith(".dmn")
                    ? new TableCheck(file, vocabulary).of(Xml.parse(content))
                    : form(file, content);
        } catch (SAXParseException malformed) {
            return List.of(new ModelFlaw(
                    file, malformed.getLineNumber(), "the file", "cannot be read: " + malformed.getMessage()));
        } catch (SAXException | IOException unreadable) {
            return List.of(new ModelFlaw(file, 0, "the file", "cannot be read: " + unreadable.getMessage()));
        }
    }

    private List<ModelFlaw> form(String file, byte[] content) throws IOException {
        var id = json.readTree(content).path("id").asText();
        return id.equals(ModelNames.id(file))
                ? List.of()
                : List.of(new ModelFlaw(file, 0, id, "the id of a form is the file's name, " + ModelNames.id(file)));
    }
}
