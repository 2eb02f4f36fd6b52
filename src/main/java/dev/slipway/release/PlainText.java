package dev.slipway.release;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JsonComponent;

/** Text of a request, which no NUL character may be in: no database keeps one. */
@JsonComponent
class PlainText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1;

    PlainText() {
        super(String.class);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Textual;
    }

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        var text = StringDeserializer.instance.deserialize(json, context);
        return text != null && text.indexOf('\0') >= 0
                ? (String) context.handleWeirdStringValue(
                        String.class, text.replace('\0', ' '), "it holds a NUL character. Leave it out")
                : text;
    }
}
