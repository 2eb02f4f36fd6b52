package dev.slipway.quality;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Goes through a JSON document without keeping it; what a visitor does not read is passed over. */
class JsonWalk {

    private final JsonParser json;

    JsonWalk(JsonParser json) {
        this.json = json;
    }

    /** Visits the fields of the object that begins here. */
    void fields(String where, Visitor visitor) throws IOException, NotSarif {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new NotSarif("has no object at " + where + ", where SARIF has one");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var field = json.currentName();
            json.nextToken();
            visit(field, visitor);
        }
    }

    /** Visits the elements of the array that begins here, by their number. */
    void elements(String where, Visitor visitor) throws IOException, NotSarif {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new NotSarif("has no array at " + where + ", where SARIF has one");
        }
        for (var number = 0; json.nextToken() != JsonToken.END_ARRAY; number++) {
            visit(where + "[" + number + "]", visitor);
        }
    }

    /** A visitor that has read an object or an array has come to its end. */
    private void visit(String name, Visitor visitor) throws IOException, NotSarif {
        visitor.at(name);
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
        }
    }

    boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    String text(String where) throws IOException, NotSarif {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new NotSarif("has no text at " + where + ", where SARIF has one");
        }
        return json.getText();
    }

    int number(String where) throws IOException, NotSarif {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT || json.getNumberType() != JsonParser.NumberType.INT) {
            throw new NotSarif("has no whole number at " + where + ", where SARIF has one");
        }
        return json.getIntValue();
    }

    boolean truth(String where) throws NotSarif {
        if (!json.currentToken().isBoolean()) {
            throw new NotSarif("has neither true nor false at " + where + ", where SARIF has one of them");
        }
        return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    /** What is done at a field or an element. */
    @FunctionalInterface
    interface Visitor {

        void at(String name) throws IOException, NotSarif;
    }
}
