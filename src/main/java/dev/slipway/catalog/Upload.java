package dev.slipway.catalog;

import dev.slipway.catalog.Applying.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files as they come over HTTP: within the limit, and in UTF-8. */
final class Upload {

    private final List<SourceDocument> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    void add(String name, InputStream content) throws IOException {
        var bytes = content.readNBytes(YamlFiles.LARGEST + 1);
        if (bytes.length > YamlFiles.LARGEST) {
            problems.add(new Problem(name, 1, "is larger than " + YamlFiles.LARGEST + " bytes; apply it in parts"));
            return;
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            files.add(new SourceDocument(name, text.toString()));
        } catch (CharacterCodingException failure) {
            problems.add(new Problem(name, 1, "is not in UTF-8"));
        }
    }

    List<SourceDocument> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }
}
