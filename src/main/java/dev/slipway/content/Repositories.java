package dev.slipway.content;

import org.springframework.stereotype.Service;

/** Reads Git repositories, given by local path or URL. */
@Service
public class Repositories {

    /**
     * Reads what lies between two refs.
     *
     * @param from tag, branch or commit; empty for the newest tag that {@code to} can reach other than its own, or everything where there is none
     * @param to tag, branch or commit
     */
    public Reading between(String repository, String from, String to) {
        throw new UnsupportedOperationException();
    }
}
