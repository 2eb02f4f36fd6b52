package dev.slipway.flow.door;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;

/** A field of the engine's commands. They have no getters, so the field is read as it is; a test holds the names against the engine's classes. */
enum CommandField {
    TASK("taskId"),
    EXECUTION("executionId", "processInstanceId", "entityId"),
    USER("userId"),
    GROUP("groupId"),
    VARIABLES("variables", "properties"),
    FILTER("filter"),
    NARROWER("extendingQuery"),
    MESSAGE("message"),
    GRANT("authorizationId"),
    SAVED("user", "group", "authorization");

    private final String[] names;

    CommandField(String... names) {
        this.names = names;
    }

    /** Returns its value in this command, or null where it has none. */
    @Nullable
    Object find(Command<?> command) {
        for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (var name : names) {
                var field = field(type, name);
                if (field != null) {
                    return read(field, command);
                }
            }
        }
        return null;
    }

    private static @Nullable Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException absent) {
            return null;
        }
    }

    private static @Nullable Object read(Field field, Command<?> command) {
        try {
            field.setAccessible(true);
            return field.get(command);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
