package dev.slipway;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing that Camunda's REST resources answer to.
 *
 * @param path with its templates, such as {@code /engine-rest/task/{id}/claim}
 * @param handler the resource's Java method
 */
public record ResourceEndpoint(String verb, String path, Method handler) {

    private static final int DEEPEST = 6;

    /** All endpoints of these resources and of those they lead to. */
    public static Set<ResourceEndpoint> of(String root, Set<Class<?>> resources) {
        var found = new LinkedHashSet<ResourceEndpoint>();
        resources.forEach(resource -> follow(root, resource, found, 0));
        return found;
    }

    /** Follows methods without a verb into the resource that they return. */
    private static void follow(String path, Class<?> type, Set<ResourceEndpoint> found, int depth) {
        var root = depth == 0 ? path + path(annotated(type)) : path;
        for (var method : type.getMethods()) {
            var declared = annotated(method);
            var verb = Stream.of(declared.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(present -> present != null)
                    .map(HttpMethod::value)
                    .findFirst();
            if (verb.isPresent()) {
                found.add(new ResourceEndpoint(verb.get(), (root + path(declared)).replaceAll("//+", "/"), declared));
            } else if (declared.isAnnotationPresent(Path.class) && depth < DEEPEST) {
                follow(root + path(declared), method.getReturnType(), found, depth + 1);
            }
        }
    }

    private static AnnotatedElement annotated(Class<?> type) {
        return Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
                .filter(candidate -> candidate.isAnnotationPresent(Path.class))
                .findFirst()
                .orElse(type);
    }

    private static Method annotated(Method method) {
        for (var type : method.getDeclaringClass().getInterfaces()) {
            try {
                return type.getMethod(method.getName(), method.getParameterTypes());
            } catch (NoSuchMethodException notThere) {
                // the next interface may have it
            }
        }
        return method;
    }

    private static String path(AnnotatedElement element) {
        var path = element.getAnnotation(Path.class);
        return path == null || path.value().equals("/") || path.value().isEmpty()
                ? ""
                : (path.value().startsWith("/") ? "" : "/") + path.value();
    }
}
