package dev.slipway.flow.door;

import dev.slipway.journal.Journaled;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** Somebody changed people, groups or grants in Camunda Admin: who could approve when must stay answerable. */
record DirectoryChanged(Map<String, ?> facts) implements Journaled {

    static DirectoryChanged by(Command<?> command) {
        var facts = new TreeMap<String, Object>();
        facts.put("command", command.getClass().getSimpleName().replace("Cmd", ""));
        if (CommandField.USER.find(command) instanceof String user) {
            facts.put("user", user);
        }
        if (CommandField.GROUP.find(command) instanceof String group) {
            facts.put("group", group);
        }
        var saved = CommandField.SAVED.find(command);
        if (saved instanceof User user) {
            facts.put("user", user.getId());
        } else if (saved instanceof Group group) {
            facts.put("group", group.getId());
        } else if (saved instanceof Authorization grant) {
            facts.put("grant", String.valueOf(grant));
        }
        return new DirectoryChanged(facts);
    }

    @Override
    public String chain() {
        return SYSTEM_CHAIN;
    }

    @Override
    public String act() {
        return "directory.changed";
    }
}
