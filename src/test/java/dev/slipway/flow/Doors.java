package dev.slipway.flow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is tried at each door to get round one rule. Every door has an entry: acts, or the reason why there is no such act. */
final class Doors {

    /** The ways in. */
    enum Door {
        PAGE,
        API,
        REST,
        TASKLIST,
        ENGINE
    }

    /**
     * One try.
     *
     * @param body fields of a form in turn for the page, JSON elsewhere
     * @param kind how the answer says no: the code of the problem, or what the engine answers; empty where a form says it
     * @param reason words of the answer
     */
    record Act(String person, String verb, String path, String body, String kind, String reason) {}

    /** What the engine answers whoever may not. */
    static final String FORBIDDEN = "403 AuthorizationException";

    private final Map<Door, List<Act>> acts = new EnumMap<>(Door.class);
    private final Map<Door, String> without = new EnumMap<>(Door.class);

    Doors page(String person, String path, String reason, String form) {
        return act(Door.PAGE, new Act(person, "POST", path, form, "", reason));
    }

    /** Refused because of who asks. */
    Doors api(String person, String verb, String path, String reason, String json) {
        return api(person, verb, path, "forbidden", reason, json);
    }

    Doors api(String person, String verb, String path, String kind, String reason, String json) {
        return act(Door.API, new Act(person, verb, path, json, kind, reason));
    }

    /** The same over /engine-rest and as Tasklist does it. */
    Doors task(String person, String path, String reason, String json) {
        return task(person, path, FORBIDDEN, reason, json);
    }

    Doors task(String person, String path, String kind, String reason, String json) {
        act(Door.REST, new Act(person, "POST", path, json, kind, reason));
        return act(Door.TASKLIST, new Act(person, "POST", path, json, kind, reason));
    }

    Doors engine(List<Act> tries) {
        tries.forEach(one -> act(Door.ENGINE, one));
        return this;
    }

    /** There is no act at this door that has to do with the rule. */
    Doors none(Door door, String because) {
        without.put(door, because);
        return this;
    }

    private Doors act(Door door, Act act) {
        acts.computeIfAbsent(door, any -> new ArrayList<>()).add(act);
        return this;
    }

    List<Act> at(Door door) {
        return acts.getOrDefault(door, List.of());
    }

    /** Doors of which nothing is said, or of which both is said. */
    List<Door> gaps() {
        return List.of(Door.values()).stream()
                .filter(door -> acts.containsKey(door) == without.containsKey(door))
                .toList();
    }
}
