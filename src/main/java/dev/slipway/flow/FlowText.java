package dev.slipway.flow;

/** Keeps text within what the engine and our tables hold: a text variable of more than 4,000 characters fails. */
public final class FlowText {

    public static final int SHORT = 255;
    public static final int LONG = 2_000;

    private FlowText() {}

    /** Returns the text, cut with an ellipsis where it is longer. */
    public static String bounded(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
