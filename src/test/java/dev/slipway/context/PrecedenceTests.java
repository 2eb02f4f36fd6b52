package dev.slipway.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrecedenceTests {

    private static final ComponentKey SERVICE = ComponentKey.parse("payments/service");
    private static final Product PAYMENTS = Product.of(new ProductKey("payments"), new FlowKey("devops-release"))
            .components(List.of(new Component(SERVICE, "")))
            .environments(List.of(new EnvironmentKey("production")))
            .labels(Map.of("stack", "java"))
            .build();
    private static final Environment PRODUCTION = new Environment(
            new EnvironmentKey("production"), "", 1, true, Map.of("region", "eu"), Environment.Drift.TELL);

    private static final Map<String, String> NONE = Map.of();
    private static final Map<String, String> JAVA = Map.of("stack", "java");
    private static final Map<String, String> EU = Map.of("region", "eu");

    /** As the reference has it, the weakest first. */
    private static final List<Attachment> LADDER = List.of(
            new Attachment("", NONE, "", "", NONE),
            new Attachment("", JAVA, "", "", NONE),
            new Attachment("payments", NONE, "", "", NONE),
            new Attachment("", NONE, "payments/service", "", NONE),
            new Attachment("", NONE, "", "", EU),
            new Attachment("", NONE, "", "production", NONE),
            new Attachment("", JAVA, "", "", EU),
            new Attachment("payments", NONE, "", "", EU),
            new Attachment("", NONE, "payments/service", "", EU),
            new Attachment("", JAVA, "", "production", NONE),
            new Attachment("payments", NONE, "", "production", NONE),
            new Attachment("", NONE, "payments/service", "production", NONE));

    @Test
    void theCloserAttachmentCountsWhateverTheOrderAndThePriority() {
        for (var weak = 0; weak < LADDER.size(); weak++) {
            for (var strong = weak + 1; strong < LADDER.size(); strong++) {
                var weaker = context("a", 1000, LADDER.get(weak));
                var stronger = context("b", -1000, LADDER.get(strong));

                assertThat(winner(weaker, stronger)).isEqualTo("b");
                assertThat(winner(stronger, weaker)).isEqualTo("b");
            }
        }
    }

    @Test
    void amongThoseAttachedAlikeThePriorityCountsAndThenTheKey() {
        var attachment = LADDER.get(2);

        assertThat(winner(context("a", 0, attachment), context("b", 1, attachment)))
                .isEqualTo("b");
        assertThat(winner(context("b", 0, attachment), context("a", 0, attachment)))
                .isEqualTo("a");
    }

    @Test
    void ofSeveralAttachmentsOfAContextTheClosestCounts() {
        var everywhereAndThere = new Context(
                "a",
                "",
                0,
                List.of(LADDER.get(0), LADDER.get(11)),
                new TreeMap<>(Map.of("X", "a")),
                List.of(),
                List.of(),
                List.of());

        assertThat(winner(everywhereAndThere, context("b", 0, LADDER.get(10)))).isEqualTo("a");
    }

    @Test
    void whatDoesNotFitDoesNotCount() {
        assertThat(resolve(List.of(
                                context("a", 0, new Attachment("", NONE, "", "staging", NONE)),
                                context("b", 0, new Attachment("", Map.of("stack", "go"), "", "production", NONE)),
                                context("c", 0, new Attachment("", NONE, "payments/ledger", "", NONE))))
                        .snapshot())
                .isEqualTo(Snapshot.EMPTY);
    }

    @Test
    void saysInWordsWhichWinsAndWhy() {
        var all = IntStream.range(0, LADDER.size())
                .mapToObj(at -> context("c" + (char) ('a' + at), 0, LADDER.get(at)))
                .toList();

        assertThat(resolve(all).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.words())
                        .startsWith("cl is attached to payments/service in production. It outweighs ck, which is"
                                + " attached to payments in production: a component counts more than its product."));
        assertThat(words(5, 4)).contains("an environment's name counts more than its labels");
        assertThat(words(6, 5)).contains("a product and an environment together count more than one of them");
        assertThat(words(4, 3)).contains("an environment counts more than a product");
        assertThat(words(2, 1)).contains("a product's name counts more than its labels");
        assertThat(words(1, 0)).contains("counts more than what holds everywhere");
    }

    @Test
    void hooksAreNestedFromTheLoosestContextToTheClosest() {
        var loose = hooked("loose", LADDER.get(2));
        var close = hooked("close", LADDER.get(10));

        assertThat(resolve(List.of(close, loose)).snapshot().hooks())
                .extracting(Snapshot.SnapshotHook::name)
                .containsExactly("before-loose", "before-close", "after-close", "after-loose");
    }

    private static Context hooked(String key, Attachment attachment) {
        var before = hook("before-" + key, Hook.When.BEFORE);
        var after = hook("after-" + key, Hook.When.AFTER);
        return new Context(
                key, "", 0, List.of(attachment), new TreeMap<>(), List.of(), List.of(), List.of(before, after));
    }

    private static Hook hook(String name, Hook.When when) {
        return new Hook(name, when, Set.of(Hook.Step.DEPLOY), List.of("true"), "", Duration.ofMinutes(1));
    }

    private static String words(int stronger, int weaker) {
        return resolve(List.of(context("a", 0, LADDER.get(stronger)), context("b", 0, LADDER.get(weaker))))
                .reasons()
                .get(0)
                .words();
    }

    private static String winner(Context... contexts) {
        return resolve(List.of(contexts)).snapshot().variables().getOrDefault("X", "");
    }

    private static Resolution resolve(List<Context> contexts) {
        return new Resolver(contexts, PAYMENTS, SERVICE, PRODUCTION, secret -> 0).resolve();
    }

    private static Context context(String key, int priority, Attachment attachment) {
        return new Context(
                key,
                "",
                priority,
                List.of(attachment),
                new TreeMap<>(Map.of("X", key)),
                List.of(),
                List.of(),
                List.of());
    }
}
