package dev.slipway.quality;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a JUnit XML report and holds what its suites declare against the cases that are really there. */
class JunitReader {

    private static final Pattern TIME = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?([eE][-+]?\\d{1,2})?");

    private final XMLStreamReader xml;
    private final Deque<JunitSuite> open = new ArrayDeque<>();
    private @Nullable JunitCase current;
    private @Nullable JunitReport report;
    private int depth;

    private JunitReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static JunitReport.Reading read(byte[] content) {
        try {
            return new JunitReport.Reading.Read(new JunitReader(SafeXml.read(content)).read());
        } catch (NotJunit fault) {
            return new JunitReport.Reading.Refused(fault.reason);
        } catch (XMLStreamException fault) {
            return new JunitReport.Reading.Refused("is no well-formed XML" + SafeXml.where(fault));
        }
    }

    private JunitReport read() throws XMLStreamException, NotJunit {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw new NotJunit("contains a document type declaration, which no JUnit report needs; remove it");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new NotJunit("refers to the entity " + xml.getLocalName() + "; write the character itself");
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }
        if (report == null) {
            throw new NotJunit("contains no testsuite");
        }
        return report;
    }

    private void start() throws NotJunit {
        if (++depth > SafeXml.DEEPEST) {
            throw new NotJunit("is nested deeper than " + SafeXml.DEEPEST + " elements");
        }
        var name = xml.getLocalName();
        if (depth == 1 && !isSuite(name)) {
            throw new NotJunit("has the root element " + name + "; a JUnit report has testsuites or testsuite");
        }
        if (current != null) {
            current.contains(name);
        } else if (isSuite(name)) {
            open.push(new JunitSuite(name, xml));
        } else if (name.equals("testcase") && depth > 1) {
            current = new JunitCase(depth, time(xml.getAttributeValue(null, "time")));
        }
    }

    private void end() throws NotJunit {
        if (current != null && current.depth() == depth) {
            open.element().add(current);
            current = null;
        } else if (current == null && isSuite(xml.getLocalName())) {
            var suite = open.pop();
            suite.verify();
            if (open.isEmpty()) {
                report = suite.report();
            } else {
                open.element().add(suite);
            }
        }
        depth--;
    }

    private static boolean isSuite(String name) {
        return name.equals("testsuite") || name.equals("testsuites");
    }

    /** Some tools group the digits of seconds by commas. */
    private static BigDecimal time(@Nullable String text) throws NotJunit {
        var plain = text == null ? "" : text.replace(",", "").strip();
        if (plain.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (!TIME.matcher(plain).matches()) {
            throw new NotJunit("gives the time of a test case as '" + text + "'; it is a number of seconds");
        }
        return new BigDecimal(plain);
    }
}
