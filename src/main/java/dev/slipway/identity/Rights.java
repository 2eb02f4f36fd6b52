package dev.slipway.identity;

import dev.slipway.journal.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Answers "may this actor do this to that product". */
@Service
public class Rights {

    /** Stands for all products, and for what belongs to none. */
    public static final String EVERYTHING = "*";

    /**
     * A person may by a group's grant (members of {@code camunda-admin} may everything); a service account by its token's scopes and products; the
     * system always.
     */
    public boolean may(Actor actor, Act act, String product) {
        throw new UnsupportedOperationException();
    }

    /** Makes these the product's only grants. */
    public void replace(String product, Map<GroupId, Set<Act>> grants) {
        throw new UnsupportedOperationException();
    }
}
