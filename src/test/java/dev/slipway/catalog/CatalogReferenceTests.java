package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class CatalogReferenceTests {

    private static final Path PAGE = Path.of("docs/reference/catalog.md");
    private static final JsonNode SCHEMA = new CatalogSchema(ACatalog.OTHERS).text();

    @EveryDatabase
    void theExampleCanBeApplied(Database database) throws IOException {
        var page = Files.readString(PAGE);
        var start = page.indexOf("```yaml", page.indexOf("<!-- applied by")) + "```yaml\n".length();

        assertThat(ACatalog.on(database).changes(page.substring(start, page.indexOf("```", start))))
                .hasSize(4);
    }

    @Test
    void thePageNamesEveryField() throws IOException {
        var page = Files.readString(PAGE);
        SCHEMA.get("$defs")
                .forEach(definition -> definition
                        .path("properties")
                        .fieldNames()
                        .forEachRemaining(field -> assertThat(page).contains("`" + field)));
        assertThat(Act.values())
                .filteredOn(Act::isOfAProduct)
                .allSatisfy(act -> assertThat(page).contains("`" + Descriptions.word(act) + "`"));
    }

    @Test
    void theSchemaDescribesEveryFieldAndAllowsNoOther() {
        SCHEMA.get("$defs").forEach(definition -> {
            if (definition.has("properties")) {
                assertThat(definition.get("additionalProperties").asBoolean(true))
                        .isFalse();
                definition
                        .get("properties")
                        .forEach(property -> assertThat(described(property))
                                .as("%s", property)
                                .isTrue());
            }
        });
    }

    @Test
    void theSchemaKnowsEveryActThatAProductCanGrant() {
        assertThat(StreamSupport.stream(SCHEMA.at("/$defs/act/enum").spliterator(), false)
                        .map(word -> Descriptions.act(word.asText())))
                .containsExactlyElementsOf(
                        Arrays.stream(Act.values()).filter(Act::isOfAProduct).toList());
    }

    private static boolean described(JsonNode property) {
        var reference = property.path("$ref").asText();
        return property.has("description")
                || SCHEMA.at(reference.replaceFirst("^#", "")).has("description");
    }
}
