package dev.slipway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.catalog.Applying.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the nodes of one YAML document into JSON and remembers their lines; aliases count each time they are used. */
final class NodeReading {

    private static final int MOST_NODES = 50_000;
    private static final int DEEPEST = 20;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int nodes;
    private boolean overflown;

    NodeReading(String file) {
        this.file = file;
    }

    Map<String, Integer> lines() {
        return Map.copyOf(lines);
    }

    List<Problem> problems() {
        return problems;
    }

    ObjectNode read(MappingNode document) {
        lines.put("", lineOf(document));
        return mapping(document, "", 0);
    }

    private JsonNode value(Node node, String pointer, int depth) {
        if (overflown || ++nodes > MOST_NODES || depth > DEEPEST) {
            overflow(pointer);
            return JSON.nullNode();
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, pointer, depth);
        }
        if (node instanceof SequenceNode sequence) {
            return sequence(sequence, pointer, depth);
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode mapping(MappingNode node, String pointer, int depth) {
        core(node, Tag.MAP);
        var result = JSON.objectNode();
        var first = new HashMap<String, Integer>();
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problem(entry.getKeyNode(), "a field has a name, not a list or a mapping");
                continue;
            }
            var name = key.getValue();
            var earlier = first.putIfAbsent(name, lineOf(key));
            if (earlier != null) {
                problem(key, "the field '" + name + "' is given twice, first on line " + earlier);
                continue;
            }
            var place = pointer + "/" + Document.escape(name);
            lines.put(place, lineOf(key));
            result.set(name, value(entry.getValueNode(), place, depth + 1));
        }
        return result;
    }

    private JsonNode sequence(SequenceNode node, String pointer, int depth) {
        core(node, Tag.SEQ);
        var result = JSON.arrayNode();
        for (Node item : node.getValue()) {
            var place = pointer + "/" + result.size();
            lines.put(place, lineOf(item));
            result.add(value(item, place, depth + 1));
        }
        return result;
    }

    private JsonNode scalar(ScalarNode node) {
        var text = node.getValue();
        var tag = node.getTag();
        if (text.indexOf('\0') >= 0) {
            problem(node, "holds a NUL character");
        }
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL) && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT) && PlainValues.WHOLE.matcher(text).matches()) {
            return JSON.numberNode(Long.parseLong(text));
        }
        if (tag.equals(Tag.FLOAT) && PlainValues.FRACTION.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        core(node, Tag.STR);
        return JSON.textNode(text);
    }

    private void overflow(String pointer) {
        if (!overflown) {
            var end = pointer.indexOf('/', 1);
            var line = lines.getOrDefault(end < 0 ? pointer : pointer.substring(0, end), 1);
            problems.add(new Problem(
                    file, line, "the document is too large or too deeply nested, with its aliases written out"));
        }
        overflown = true;
    }

    private void core(Node node, Tag expected) {
        if (!node.getTag().equals(expected)) {
            problem(node, "the tag " + node.getTag().getValue() + " is not understood here; leave it out");
        }
    }

    private void problem(Node node, String reason) {
        problems.add(new Problem(file, lineOf(node), reason));
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
