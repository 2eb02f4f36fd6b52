package dev.slipway.flow.door;

import dev.slipway.journal.Journaled;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;

/** Somebody changed people, groups or grants in Camunda Admin: who could approve when must stay answerable. Passwords are never in it. */
record DirectoryChanged(Map<String, ?> facts, Map<String, ?> personal) implements Journaled {

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
        if (saved instanceof UserEntity user) {
            return saved(user, facts);
        }
        if (saved instanceof Group group) {
            facts.put("group", group.getId());
        } else if (saved instanceof Authorization grant) {
            facts.putAll(described(grant));
        } else if (CommandField.GRANT.find(command) instanceof String id) {
            var grant = Context.getCommandContext().getDbEntityManager().selectById(AuthorizationEntity.class, id);
            facts.putAll(grant == null ? Map.of("grant", id) : described(grant));
        }
        return new DirectoryChanged(facts, Map.of());
    }

    private static DirectoryChanged saved(UserEntity user, Map<String, Object> facts) {
        facts.put("user", user.getId());
        facts.put("isNew", user.getRevision() == 0);
        facts.put("newPassword", user.hasNewPassword());
        return new DirectoryChanged(
                facts,
                Map.of(
                        "firstName", text(user.getFirstName()),
                        "lastName", text(user.getLastName()),
                        "email", text(user.getEmail())));
    }

    private static Map<String, Object> described(Authorization grant) {
        return Map.of(
                "kind",
                kind(grant.getAuthorizationType()),
                "to",
                grant.getGroupId() != null ? "group:" + grant.getGroupId() : "person:" + text(grant.getUserId()),
                "resource",
                ResourceTypeUtil.getResourceByType(grant.getResourceType()).resourceName(),
                "on",
                text(grant.getResourceId()),
                "permissions",
                permissions(grant));
    }

    private static List<String> permissions(Authorization grant) {
        var all = ResourceTypeUtil.getPermissionsByResourceType(grant.getResourceType());
        return Arrays.stream(grant.getPermissions(all))
                .map(Permission::getName)
                .sorted()
                .toList();
    }

    private static String kind(int type) {
        return type == Authorization.AUTH_TYPE_GLOBAL
                ? "global"
                : type == Authorization.AUTH_TYPE_GRANT ? "grant" : "revoke";
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
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
