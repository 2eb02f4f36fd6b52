package dev.slipway.catalog;

import dev.slipway.catalog.Applying.Problem;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML files into documents, within limits; what is wrong becomes a problem with its line. */
final class YamlFiles {

    /** How many characters all files together may have. */
    static final int LARGEST = 2_000_000;

    private static final int MOST_FILES = 500;
    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST = 20;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();

    static YamlFiles read(List<SourceDocument> files) {
        var result = new YamlFiles();
        if (files.isEmpty() || files.size() > MOST_FILES) {
            result.problems.add(new Problem("", 1, "send between 1 and " + MOST_FILES + " files, not " + files.size()));
        } else if (files.stream().mapToLong(file -> file.text().length()).sum() > LARGEST) {
            result.problems.add(
                    new Problem("", 1, "the files are larger than " + LARGEST + " characters; apply them in parts"));
        } else {
            files.forEach(result::read);
        }
        return result;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Document> documents() {
        return documents;
    }

    private void read(SourceDocument file) {
        var before = documents.size() + problems.size();
        var text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        try {
            var limits = limits();
            var composer = new Composer(new ParserImpl(new StreamReader(text), limits), new PlainValues(), limits);
            while (composer.checkNode()) {
                take(file.name(), composer.getNode());
            }
        } catch (MarkedYAMLException failure) {
            var mark = failure.getProblemMark() == null ? failure.getContextMark() : failure.getProblemMark();
            problems.add(new Problem(file.name(), mark == null ? 1 : mark.getLine() + 1, words(failure)));
        } catch (ReaderException failure) {
            problems.add(new Problem(
                    file.name(), lineAt(text, failure.getPosition()), "holds a character that YAML forbids"));
        } catch (YAMLException failure) {
            problems.add(new Problem(file.name(), 1, String.valueOf(failure.getMessage())));
        }
        if (documents.size() + problems.size() == before) {
            problems.add(new Problem(file.name(), 1, "holds no document"));
        }
    }

    private void take(String file, Node node) {
        if (node.getTag().equals(Tag.NULL)) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            var reading = new NodeReading(file);
            var fields = reading.read(mapping);
            problems.addAll(reading.problems());
            documents.add(new Document(file, fields, reading.lines()));
        } else {
            problems.add(new Problem(
                    file,
                    node.getStartMark().getLine() + 1,
                    "a document is a list of fields that starts with apiVersion and kind"));
        }
    }

    private static LoaderOptions limits() {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(LARGEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setProcessComments(false);
        return limits;
    }

    private static String words(MarkedYAMLException failure) {
        return failure.getContext() == null
                ? "is not YAML: " + failure.getProblem()
                : "is not YAML: " + failure.getContext() + ", " + failure.getProblem();
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.codePoints()
                        .limit(position)
                        .filter(point -> point == '\n')
                        .count();
    }
}
