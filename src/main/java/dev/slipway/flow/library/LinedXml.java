package dev.slipway.flow.library;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds a document whose elements know the line they stand in. */
final class LinedXml extends DefaultHandler {

    static final String LINE = "line";

    private final Document document;
    private final Deque<Node> open = new ArrayDeque<>();
    private @Nullable Locator locator;

    LinedXml(Document document) {
        this.document = document;
        open.push(document);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String namespace, String local, String qualified, Attributes attributes) {
        Element element = document.createElementNS(namespace.isEmpty() ? null : namespace, qualified);
        for (var index = 0; index < attributes.getLength(); index++) {
            var uri = attributes.getURI(index);
            element.setAttributeNS(uri.isEmpty() ? null : uri, attributes.getQName(index), attributes.getValue(index));
        }
        if (locator != null) {
            element.setUserData(LINE, locator.getLineNumber(), null);
        }
        open.element().appendChild(element);
        open.push(element);
    }

    @Override
    public void endElement(String namespace, String local, String qualified) {
        open.pop();
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (open.element() instanceof Element element) {
            element.appendChild(document.createTextNode(new String(text, start, length)));
        }
    }

    @Override
    public void error(SAXParseException flaw) throws SAXException {
        throw flaw;
    }
}
