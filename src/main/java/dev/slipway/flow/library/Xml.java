package dev.slipway.flow.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads a model as XML that can refer to nothing outside itself, and walks it. */
final class Xml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private Xml() {}

    static Document parse(byte[] content) throws SAXException, IOException {
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            factory.newSAXParser().parse(new ByteArrayInputStream(content), new LinedXml(document));
            return document;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The line that the element stands in. */
    static int line(Element element) {
        return element.getUserData(LinedXml.LINE) instanceof Integer line ? line : 0;
    }

    /** The element and everything below it, in document order. */
    static List<Element> tree(Element root) {
        var all = new ArrayList<Element>();
        collect(root, all);
        return all;
    }

    private static void collect(Element element, List<Element> into) {
        into.add(element);
        for (var child : children(element)) {
            collect(child, into);
        }
    }

    static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    static List<Attr> attributes(Element element) {
        var all = new ArrayList<Attr>();
        var attributes = element.getAttributes();
        for (var index = 0; index < attributes.getLength(); index++) {
            if (attributes.item(index) instanceof Attr attribute) {
                all.add(attribute);
            }
        }
        return all;
    }

    /** The element's own text, without that of its children. */
    static String text(Element element) {
        var text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    /** The id of the nearest element that has one: what a person finds in Modeler. */
    static String place(Element element) {
        for (Node node = element; node instanceof Element found; node = node.getParentNode()) {
            if (found.hasAttribute("id") && !CAMUNDA.equals(found.getNamespaceURI())) {
                return found.getAttribute("id");
            }
        }
        return element.getLocalName();
    }
}
