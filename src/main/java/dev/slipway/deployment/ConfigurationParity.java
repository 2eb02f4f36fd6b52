package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.context.Opening;
import dev.slipway.context.SecretReference;
import dev.slipway.context.Snapshot;
import dev.slipway.context.Snapshot.SnapshotFile;
import dev.slipway.environment.spi.ParityAspect;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what was deployed with: variables and files by name, secrets only by whether they differ. */
@Component
class ConfigurationParity implements ParityAspect {

    private static final String NONE = "not there";
    private static final String A_VALUE = "a value";

    private final Neighbours neighbours;
    private final MoveRecord record;

    ConfigurationParity(Neighbours neighbours, MoveRecord record) {
        this.neighbours = neighbours;
        this.record = record;
    }

    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public List<Difference> differences(ComponentKey component, EnvironmentKey one, EnvironmentKey other) {
        var here = things(new Spot(one, component));
        var there = things(new Spot(other, component));
        var names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(here.get(name), there.get(name)))
                .map(name -> difference(name, here.get(name), there.get(name)))
                .toList();
    }

    private static Difference difference(String name, @Nullable Thing here, @Nullable Thing there) {
        var both = here != null && there != null && here.closed() && there.closed();
        return new Difference(name, shown(here), both ? "another value" : shown(there));
    }

    private static String shown(@Nullable Thing thing) {
        return thing == null ? NONE : thing.shown();
    }

    private Map<String, Thing> things(Spot spot) {
        var things = new TreeMap<String, Thing>();
        var placed = record.placed(spot);
        var snapshot = placed.isNothing()
                ? neighbours.surroundings(spot)
                : neighbours.kept(placed.context()).orElse(Snapshot.EMPTY);
        var values = neighbours.open(snapshot) instanceof Opening.Opened opened
                ? opened.values()
                : Map.<SecretReference, String>of();
        snapshot.variables().forEach((name, text) -> things.put("variable " + name, Thing.open(text)));
        snapshot.secrets().forEach((name, secret) -> things.put("secret " + name, Thing.closed(secret, values)));
        snapshot.files().forEach(file -> things.put("file " + file.path(), thing(file, values)));
        snapshot.hooks()
                .forEach(hook -> things.put("hook " + hook.name(), Thing.open(String.join(" ", hook.command()))));
        neighbours
                .target(spot.environment(), spot.component())
                .map(placed.given()::at)
                .ifPresent(target -> settings(target, things));
        return things;
    }

    private static Thing thing(SnapshotFile file, Map<SecretReference, String> values) {
        return file.secret() == null ? Thing.open(file.content()) : Thing.closed(file.secret(), values);
    }

    /** What says where a target is differs by its nature; what is given to what runs there should not. */
    private static void settings(TargetDescription target, Map<String, Thing> things) {
        things.put("adapter", Thing.open(target.adapter()));
        target.settings().forEach((name, value) -> {
            if (name.startsWith("variable.")) {
                things.put("variable " + name.substring("variable.".length()), Thing.open(value));
            } else if (name.startsWith("secret.")) {
                things.put("secret " + name.substring("secret.".length()), new Thing(A_VALUE, value));
            }
        });
    }

    /**
     * @param shown what everybody may read
     * @param compared what is compared, and never leaves this class
     */
    private record Thing(String shown, String compared) {

        /** Whether nobody may read it. */
        boolean closed() {
            return shown.equals(A_VALUE);
        }

        static Thing open(String text) {
            var line = text.lines().collect(Collectors.joining(" "));
            return new Thing(line.length() > 200 ? line.substring(0, 200) + "…" : line, text);
        }

        /** Two secrets whose values cannot be had are the same only where they are the same version. */
        static Thing closed(SecretReference secret, Map<SecretReference, String> values) {
            var value = values.get(secret);
            return new Thing(A_VALUE, value == null ? secret + " " + secret.version() : value);
        }

        @Override
        public String toString() {
            return shown;
        }
    }
}
