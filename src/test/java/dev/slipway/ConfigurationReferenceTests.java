package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTests {

    @Test
    void listsEverySettingThatTheCodeReads() throws IOException {
        var metadata = new ObjectMapper()
                .readTree(getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json"))
                .get("properties");
        var settings = StreamSupport.stream(metadata.spliterator(), false)
                .map(setting -> setting.get("name").asText())
                .filter(name -> name.startsWith("slipway."))
                .toList();

        assertThat(settings).isNotEmpty();
        assertThat(Files.readString(Path.of("docs/reference/configuration.md")))
                .contains(settings.stream().map(name -> "| `" + name + "` |").toList());
    }
}
