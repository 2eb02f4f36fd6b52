package dev.slipway.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/** What differs between two states of the catalogue, in words. */
final class Changes {

    private static final List<Aspect<Environment>> ENVIRONMENT = List.of(
            new Aspect<>("name", Environment::name, true),
            new Aspect<>("stage", Environment::stage, true),
            new Aspect<>("production", Environment::production, true),
            new Aspect<>("labels", Environment::labels, true),
            new Aspect<>("drift", Environment::drift, true),
            new Aspect<>("prometheus", Environment::prometheus, false));

    private static final List<Aspect<Entitled>> PRODUCT = List.of(
            new Aspect<>("name", entitled -> entitled.product().name(), true),
            new Aspect<>("description", entitled -> entitled.product().description(), false),
            new Aspect<>("flow", entitled -> entitled.product().flow(), true),
            new Aspect<>("hotfixFlow", entitled -> hotfixes(entitled.product()), true),
            new Aspect<>("owner", entitled -> entitled.product().owner(), false),
            new Aspect<>("repository", entitled -> entitled.product().repository(), false),
            new Aspect<>("criticality", entitled -> entitled.product().criticality(), true),
            new Aspect<>("components", entitled -> entitled.product().components(), false),
            new Aspect<>("environments", entitled -> entitled.product().environments(), true),
            new Aspect<>("checks", entitled -> entitled.product().checks(), false),
            new Aspect<>("zone", entitled -> entitled.product().zone(), true),
            new Aspect<>("migrations", entitled -> entitled.product().migrations(), false),
            new Aspect<>("labels", entitled -> entitled.product().labels(), true),
            new Aspect<>("dependsOn", entitled -> entitled.product().dependsOn(), true),
            new Aspect<>("rights", Entitled::rights, false));

    private static final List<Aspect<TargetDescription>> TARGET = List.of(
            new Aspect<>("adapter", TargetDescription::adapter, true),
            new Aspect<>("url", TargetDescription::url, false));

    private Changes() {}

    private static String hotfixes(Product product) {
        return product.hasHotfixFlow() ? product.hotfixFlow().value() : "";
    }

    static List<String> between(Everything before, Everything after) {
        var words = new ArrayList<String>();
        compare("environment ", before.environments(), after.environments(), Changes::environment, words);
        compare("product ", before.products(), after.products(), Changes::product, words);
        compare("target of ", before.targets(), after.targets(), Changes::target, words);
        return List.copyOf(words);
    }

    private static <K, T> void compare(
            String what, Map<K, T> before, Map<K, T> after, Difference<T> difference, List<String> words) {
        after.forEach((key, now) -> {
            var then = before.get(key);
            if (then == null) {
                words.add(what + key + " added");
            } else if (!then.equals(now)) {
                words.add(what + key + " changed: " + String.join(", ", difference.between(then, now)));
            }
        });
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> words.add(what + key + " removed with its component"));
    }

    private static List<String> environment(Environment before, Environment after) {
        return differing(ENVIRONMENT, before, after);
    }

    private static List<String> product(Entitled before, Entitled after) {
        return differing(PRODUCT, before, after);
    }

    private static List<String> target(TargetDescription before, TargetDescription after) {
        var words = new ArrayList<>(differing(TARGET, before, after));
        var names = new TreeSet<>(before.settings().keySet());
        names.addAll(after.settings().keySet());
        names.removeIf(name ->
                Objects.equals(before.settings().get(name), after.settings().get(name)));
        names.forEach(name -> words.add("settings." + name));
        return words;
    }

    private static <T> List<String> differing(List<Aspect<T>> aspects, T before, T after) {
        return aspects.stream()
                .filter(aspect -> !aspect.of().apply(before).equals(aspect.of().apply(after)))
                .map(aspect -> aspect.words(before, after))
                .toList();
    }

    private interface Difference<T> {
        List<String> between(T before, T after);
    }

    /**
     * One side of a thing.
     *
     * @param shown whether its value is short and harmless enough to be told
     */
    private record Aspect<T>(String name, Function<T, Object> of, boolean shown) {

        String words(T before, T after) {
            return shown ? name + " from " + of.apply(before) + " to " + of.apply(after) : name;
        }
    }
}
