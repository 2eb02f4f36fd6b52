package dev.slipway.release;

import static dev.slipway.release.KnownSurroundings.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.ProductKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

class ListingReleasesTests {

    @EveryDatabase
    void pagesNewestFirstByKey(Database database) {
        var house = new House(database);
        IntStream.range(0, 5).forEach(index -> house.open("1." + index));

        var first = house.releases.page(query(Set.of(), null, "", null, 2));
        var second = house.releases.page(query(Set.of(), null, "", first.get(1).id(), 2));

        assertThat(ids(first)).containsExactly("payments-1.4", "payments-1.3");
        assertThat(ids(second)).containsExactly("payments-1.2", "payments-1.1");
        assertThat(house.releases.page(query(Set.of(), null, "", new ReleaseId("gone"), 2)))
                .isEmpty();
    }

    @EveryDatabase
    void mixesStatesInOneOrder(Database database) {
        var house = new House(database);
        IntStream.range(0, 6).forEach(index -> house.open("1." + index));
        house.releases.conclude(new ReleaseId("payments-1.1"), State.FAILED, "");
        house.releases.conclude(new ReleaseId("payments-1.4"), State.REJECTED, "");
        house.releases.conclude(new ReleaseId("payments-1.5"), State.RELEASED, "");

        var fell = house.releases.page(query(EnumSet.of(State.FAILED, State.REJECTED), PAYMENTS, "", null, 10));
        var all = house.releases.page(query(EnumSet.allOf(State.class), null, "", null, 3));

        assertThat(ids(fell)).containsExactly("payments-1.4", "payments-1.1");
        assertThat(ids(all)).containsExactly("payments-1.5", "payments-1.4", "payments-1.3");
    }

    @EveryDatabase
    void findsPartsOfIdsLiterally(Database database) {
        var house = new House(database);
        house.open("1.0_a");
        house.open("1.0-a");
        house.open("1.0-RC1");

        assertThat(ids(house.releases.page(query(Set.of(), null, "0_A", null, 10))))
                .containsExactly("payments-1.0_a");
        assertThat(ids(house.releases.page(query(EnumSet.of(State.PENDING), null, "rc", null, 10))))
                .containsExactly("payments-1.0-RC1");
        assertThat(house.releases.page(query(Set.of(), null, "%", null, 10))).isEmpty();
        assertThat(house.releases.page(query(Set.of(), new ProductKey("other"), "", null, 10)))
                .isEmpty();
    }

    @EveryDatabase
    void countsEachStateByProduct(Database database) {
        var house = new House(database);
        house.open("1.0");
        house.open("1.1");
        house.releases.conclude(new ReleaseId("payments-1.0"), State.RELEASED, "");

        assertThat(house.releases.counts())
                .containsOnlyKeys(State.values())
                .containsEntry(State.PENDING, 1L)
                .containsEntry(State.RELEASED, 1L);
        assertThat(house.releases.counts(PAYMENTS)).containsEntry(State.RELEASED, 1L);
        assertThat(house.releases.counts(new ProductKey("other"))).containsEntry(State.RELEASED, 0L);
    }

    @EveryDatabase
    void findsManyAtOnce(Database database) {
        var house = new House(database);
        var release = house.open("1.0");

        assertThat(house.releases.find(List.of(release.id(), new ReleaseId("gone"))))
                .containsOnlyKeys(release.id())
                .containsValue(release);
        assertThat(house.releases.find(List.of())).isEmpty();
    }

    private static ReleaseQuery query(
            Set<State> states, @Nullable ProductKey product, String text, @Nullable ReleaseId before, int limit) {
        return new ReleaseQuery(states, product, text, before, limit);
    }

    private static List<String> ids(List<Release> releases) {
        return releases.stream().map(release -> release.id().value()).toList();
    }
}
