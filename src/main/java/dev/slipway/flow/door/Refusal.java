package dev.slipway.flow.door;

import org.camunda.bpm.engine.AuthorizationException;

/** Says no to a person, in words. The engine rolls the act back; its REST interface and its applications answer 403 with the reason. */
public final class Refusal extends AuthorizationException {

    private static final long serialVersionUID = 1;

    private final String subject;
    private final String reason;

    /** @param subject the business key of the release it is about; empty where it is about none */
    public Refusal(String subject, String reason) {
        super(reason);
        this.subject = subject;
        this.reason = reason;
    }

    /** In words, for the person who tried. */
    public String reason() {
        return reason;
    }

    String subject() {
        return subject;
    }
}
