package dev.slipway.quality;

import java.io.InputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** The pieces of a document one after the other, each fetched when it is wanted. */
class Pieces implements Enumeration<InputStream> {

    private final int number;
    private final IntFunction<InputStream> fetch;
    private int next;

    Pieces(int number, IntFunction<InputStream> fetch) {
        this.number = number;
        this.fetch = fetch;
    }

    @Override
    public boolean hasMoreElements() {
        return next < number;
    }

    @Override
    public InputStream nextElement() {
        if (!hasMoreElements()) {
            throw new NoSuchElementException();
        }
        return fetch.apply(next++);
    }
}
