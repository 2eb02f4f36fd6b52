package dev.slipway.journal;

import java.util.Locale;

/**
 * Who did something: a person, a service account, or Slipway itself.
 *
 * @param id the person's or account's id; {@code slipway} for the system
 */
public record Actor(Kind kind, String id) {

    /** Slipway acting by itself: a timer, a worker, a listener. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "slipway");

    public static Actor person(String id) {
        return new Actor(Kind.PERSON, id);
    }

    public static Actor service(String id) {
        return new Actor(Kind.SERVICE, id);
    }

    /** Reads what {@link #toString()} wrote, such as {@code person:ada}. */
    public static Actor parse(String text) {
        var colon = text.indexOf(':');
        return new Actor(Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }

    public boolean isPerson() {
        return kind == Kind.PERSON;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    /** What sort of actor it is. */
    public enum Kind {
        PERSON,
        SERVICE,
        SYSTEM
    }
}
