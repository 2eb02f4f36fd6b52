package dev.slipway.flow.identity;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Journaled;
import java.util.Map;

/** What Slipway itself did to people and groups; what administrators do passes the door and is recorded there. */
public sealed interface AccountEvent extends Journaled {

    @Override
    default String chain() {
        return SYSTEM_CHAIN;
    }

    /** Somebody can sign in now. */
    record PersonAdded(PersonId person, String name, String email) implements AccountEvent {

        @Override
        public String act() {
            return "account.added";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("person", person.value());
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("name", name, "email", email);
        }
    }

    /** There is another group. */
    record GroupAdded(GroupId group) implements AccountEvent {

        @Override
        public String act() {
            return "group.added";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("group", group.value());
        }
    }

    /** Somebody belongs to a group now, and may do what its members may. */
    record Joined(PersonId person, GroupId group) implements AccountEvent {

        @Override
        public String act() {
            return "group.joined";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("person", person.value(), "group", group.value());
        }
    }
}
