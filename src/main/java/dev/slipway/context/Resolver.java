package dev.slipway.context;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.Product;
import dev.slipway.context.Resolution.Reason;
import dev.slipway.context.Snapshot.SnapshotFile;
import dev.slipway.context.Snapshot.SnapshotHook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Decides which context's word counts. Of each name there is one thing: that of the context that is attached most closely. */
final class Resolver {

    private final List<Attached> attached;
    private final ToIntFunction<SecretReference> newest;
    private final List<Reason> reasons = new ArrayList<>();

    /** @param newest the newest version of a secret, 0 where it has no value */
    Resolver(
            List<Context> contexts,
            Product product,
            ComponentKey component,
            Environment environment,
            ToIntFunction<SecretReference> newest) {
        this.attached = contexts.stream()
                .flatMap(context -> closest(context, product, component, environment))
                .sorted(Comparator.comparing(Attached::rank))
                .toList();
        this.newest = newest;
    }

    private static Stream<Attached> closest(
            Context context, Product product, ComponentKey component, Environment environment) {
        return context.attachments().stream()
                .flatMap(by -> by.rank(product, component, environment, context.priority(), context.key()).stream()
                        .map(rank -> new Attached(context, by, rank)))
                .max(Comparator.comparing(Attached::rank))
                .stream();
    }

    Resolution resolve() {
        var variables = new TreeMap<String, String>();
        var secrets = new TreeMap<String, SecretReference>();
        pick(Resolver::variables).forEach((name, pick) -> {
            var context = pick.by().context();
            if (context.variables().containsKey(name)) {
                var text = context.variables().getOrDefault(name, "");
                variables.put(name, text);
                explain("variable", name, text, pick);
            } else {
                secrets.put(name, reference(context, name));
                explain("secret", name, "", pick);
            }
        });
        var snapshot = new Snapshot(variables, secrets, files(), hooks());
        return new Resolution(snapshot, List.copyOf(reasons));
    }

    private List<SnapshotFile> files() {
        var files = new ArrayList<SnapshotFile>();
        pick(context -> context.files().stream().map(ContextFile::path)).forEach((path, pick) -> {
            var context = pick.by().context();
            var file = context.files().stream()
                    .filter(one -> one.path().equals(path))
                    .findFirst()
                    .orElseThrow();
            var secret = file.secret().isEmpty() ? null : reference(context, file.secret());
            files.add(new SnapshotFile(path, file.content(), secret, file.executable()));
            explain("file", path, file.content(), pick);
        });
        return files;
    }

    /** Before a step from the loosest context to the closest, after it the other way round, as brackets are closed. */
    private List<SnapshotHook> hooks() {
        var picks = pick(context -> context.hooks().stream().map(Hook::name));
        var before = new ArrayList<SnapshotHook>();
        var after = new ArrayList<SnapshotHook>();
        for (var one : attached) {
            var own = new ArrayList<SnapshotHook>();
            for (var hook : one.context().hooks()) {
                var pick = picks.get(hook.name());
                if (pick != null && pick.by().equals(one)) {
                    explain("hook", hook.name(), String.join(" ", hook.command()), pick);
                    if (hook.when() == Hook.When.BEFORE) {
                        before.add(kept(one.context(), hook));
                    } else {
                        own.add(kept(one.context(), hook));
                    }
                }
            }
            after.addAll(0, own);
        }
        before.addAll(after);
        return before;
    }

    private static SnapshotHook kept(Context context, Hook hook) {
        return new SnapshotHook(
                context.key(),
                hook.name(),
                hook.when(),
                hook.steps().stream().sorted().toList(),
                hook.command(),
                hook.directory(),
                hook.timeout().toSeconds());
    }

    private static Stream<String> variables(Context context) {
        return Stream.concat(context.variables().keySet().stream(), context.secretVariables().stream());
    }

    private TreeMap<String, Pick> pick(Function<Context, Stream<String>> names) {
        var picks = new TreeMap<String, Pick>();
        for (var one : attached) {
            names.apply(one.context())
                    .forEach(name ->
                            picks.merge(name, new Pick(one, List.of()), (weaker, stronger) -> stronger.after(weaker)));
        }
        return picks;
    }

    private SecretReference reference(Context context, String name) {
        return new SecretReference(context.key(), name, newest.applyAsInt(new SecretReference(context.key(), name, 0)));
    }

    private void explain(String kind, String name, String shown, Pick pick) {
        reasons.add(new Reason(kind, name, shown, pick.by().context().key(), pick.words()));
    }

    private record Attached(Context context, Attachment by, Rank rank) {}

    /** @param beaten those that name the same, the strongest first */
    private record Pick(Attached by, List<Attached> beaten) {

        Pick after(Pick weaker) {
            var all = new ArrayList<Attached>();
            all.add(weaker.by());
            all.addAll(weaker.beaten());
            return new Pick(by, List.copyOf(all));
        }

        String words() {
            var words = by.context().key() + " is attached to " + by.by().words();
            if (beaten.isEmpty()) {
                return words + "; nothing else says it.";
            }
            var next = beaten.get(0);
            return words + ". It outweighs " + next.context().key() + ", which is attached to "
                    + next.by().words() + ": " + by.rank().over(next.rank()) + "."
                    + (beaten.size() == 1 ? "" : " Weaker still: " + String.join(", ", rest()) + ".");
        }

        private List<String> rest() {
            return beaten.stream().skip(1).map(one -> one.context().key()).toList();
        }
    }
}
