package dev.slipway.quality;

import java.math.BigDecimal;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One suite while it is read: what it declares, and what is really in it and in the suites below it. */
class JunitSuite {

    private final String title;
    private final @Nullable String declaredTests;
    private final @Nullable String declaredFailures;
    private final @Nullable String declaredErrors;
    private final @Nullable String declaredSkipped;
    private int tests;
    private int failures;
    private int errors;
    private int unsuccessful;
    private int skipped;
    private BigDecimal seconds = BigDecimal.ZERO;

    JunitSuite(String element, XMLStreamReader xml) {
        var name = xml.getAttributeValue(null, "name");
        title = name == null ? element : element + " '" + name + "'";
        declaredTests = xml.getAttributeValue(null, "tests");
        declaredFailures = xml.getAttributeValue(null, "failures");
        declaredErrors = xml.getAttributeValue(null, "errors");
        declaredSkipped = xml.getAttributeValue(null, "skipped");
    }

    void add(JunitCase test) {
        tests++;
        failures += test.failed() ? 1 : 0;
        errors += test.inError() ? 1 : 0;
        unsuccessful += test.failed() || test.inError() ? 1 : 0;
        skipped += test.skipped() ? 1 : 0;
        seconds = seconds.add(test.seconds());
    }

    void add(JunitSuite inner) {
        tests += inner.tests;
        failures += inner.failures;
        errors += inner.errors;
        unsuccessful += inner.unsuccessful;
        skipped += inner.skipped;
        seconds = seconds.add(inner.seconds);
    }

    /** Some tools write a test that fails and then cannot be cleaned up as two cases and count it as one. */
    void verify() throws NotJunit {
        verify("tests", declaredTests, tests - errors, tests);
        verify("failures", declaredFailures, failures, failures);
        verify("errors", declaredErrors, errors, errors);
        verify("skipped", declaredSkipped, skipped, skipped);
    }

    private void verify(String what, @Nullable String declared, int least, int most) throws NotJunit {
        if (declared == null || declared.isBlank()) {
            return;
        }
        if (!declared.strip().matches("\\d{1,9}")) {
            throw new NotJunit("gives the number of " + what + " of the " + title + " as '" + declared + "'");
        }
        var number = Integer.parseInt(declared.strip());
        if (number < least || number > most) {
            throw new NotJunit("declares " + number + " " + what + " in the " + title + " but contains " + most
                    + "; send the report as the test tool wrote it");
        }
    }

    JunitReport report() {
        return new JunitReport(tests, unsuccessful, errors, skipped, seconds);
    }
}
