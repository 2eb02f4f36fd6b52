package dev.slipway.policy;

/**
 * What a table's answer comes to.
 *
 * @param stops whether it keeps a release from going on
 * @param meaning what was made of it; two answers with the same meaning do the same
 * @param words for people
 */
record Verdict(boolean stops, Object meaning, String words) {

    static Verdict fault(String words) {
        return new Verdict(true, words, words);
    }

    Difference against(Verdict before) {
        if (stops != before.stops()) {
            return stops ? Difference.NEWLY_BLOCKED : Difference.NEWLY_ALLOWED;
        }
        return meaning.equals(before.meaning()) ? Difference.SAME : Difference.DIFFERENTLY_ROUTED;
    }
}
