package dev.slipway.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** One of the files that the demo ships with. */
record DemoResource(String name) {

    private static final Pattern PORT = Pattern.compile("\\$\\{port\\+(\\d+)}");
    private static final ObjectMapper YAML =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    String text() {
        try {
            return new ClassPathResource("demo/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With the demo's own folder and ports in the place of {@code ${folder}} and {@code ${port+n}}. */
    String text(DemoProperties properties) {
        var there = text().replace("${folder}", properties.folder().toString().replace('\\', '/'));
        return PORT.matcher(there)
                .replaceAll(port -> Integer.toString(properties.ports() + Integer.parseInt(port.group(1))));
    }

    <T> T yaml(TypeReference<T> type) {
        try {
            return YAML.readValue(text(), type);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
