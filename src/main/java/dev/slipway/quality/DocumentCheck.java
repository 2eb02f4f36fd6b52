package dev.slipway.quality;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Says whether a document is what the ending of its file name promises. */
final class DocumentCheck {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private DocumentCheck() {}

    static Optional<String> objection(String fileName, byte[] content) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var kept = switch (ending) {
            case "pdf" -> startsWith(content, PDF);
            case "png" -> startsWith(content, PNG);
            case "json" -> isJson(content);
            case "xml" -> isXml(content);
            default -> true;
        };
        return kept
                ? Optional.empty()
                : Optional.of("is not what it says: " + fileName + " is no " + ending.toUpperCase(Locale.ROOT)
                        + " document; send the right file, or give it the ending of what it is");
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length >= magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    /** Exactly one JSON value, whatever it is. */
    private static boolean isJson(byte[] content) {
        try (var json = new JsonFactory().createParser(content)) {
            if (json.nextToken() == null) {
                return false;
            }
            json.skipChildren();
            return json.nextToken() == null;
        } catch (IOException notJson) {
            return false;
        }
    }

    private static boolean isXml(byte[] content) {
        try {
            var xml = SafeXml.read(content);
            int depth = 0;
            while (xml.hasNext()) {
                xml.next();
                depth += xml.isStartElement() ? 1 : xml.isEndElement() ? -1 : 0;
                if (depth > 16 * SafeXml.DEEPEST) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException notXml) {
            return false;
        }
    }
}
