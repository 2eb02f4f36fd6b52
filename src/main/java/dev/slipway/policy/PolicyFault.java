package dev.slipway.policy;

/** A decision table that does not answer what it was asked. It stops the release until somebody corrects the table or the facts. */
public class PolicyFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Code code;

    PolicyFault(Code code, String table, String where, String cure) {
        super(code.text() + ": Table " + table + ", " + where + ". " + cure);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** What is wrong, by a code that does not change. */
    public enum Code {
        NO_RULE("SLIP-POLICY-01"),
        OUTPUT_MISSING("SLIP-POLICY-02"),
        UNKNOWN_RISK("SLIP-POLICY-03"),
        NOT_A_NUMBER("SLIP-POLICY-04"),
        NOT_A_DURATION("SLIP-POLICY-05"),
        UNKNOWN_GROUP("SLIP-POLICY-06"),
        UNKNOWN_COMPARISON("SLIP-POLICY-07"),
        NOT_YES_OR_NO("SLIP-POLICY-08"),
        UNKNOWN_CHANGE_TYPE("SLIP-POLICY-09"),
        UNKNOWN_WORD("SLIP-POLICY-10");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
