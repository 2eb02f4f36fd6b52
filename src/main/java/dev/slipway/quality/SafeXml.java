package dev.slipway.quality;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that somebody else wrote: no document type is processed, no entity expanded, nothing outside is fetched. */
final class SafeXml {

    /** Deeper documents are made to hurt. */
    static final int DEEPEST = 64;

    private SafeXml() {}

    static XMLStreamReader read(byte[] content) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("refers to " + systemId + ", which is not fetched");
        });
        return factory.createXMLStreamReader(new ByteArrayInputStream(content));
    }

    /** Line and column in words; the parser's own message repeats them over two lines. */
    static String where(XMLStreamException fault) {
        var at = fault.getLocation();
        return at == null ? "" : " at line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    }
}
