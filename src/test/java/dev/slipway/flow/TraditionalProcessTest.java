package dev.slipway.flow;

import dev.slipway.quality.Gate;
import dev.slipway.quality.Quality;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.util.List;

/** Releases that follow the traditional flow, each on its way. */
abstract class TraditionalProcessTest extends ProcessTest {

    @Override
    TestProduct product(String key) {
        return new TestProduct(key, "traditional-release", folder, "development", "qa", "uat", "production");
    }

    @Override
    ReleaseId released(String version) {
        var id = planned(version);
        walk(id).reachProduction();
        walk(id).finish();
        flows.expect(id, State.RELEASED);
        return id;
    }

    ReleaseId planned(String version) {
        flows.apply(product);
        var id = flows.open(product.version(version));
        flows.go(id);
        return id;
    }

    TraditionalWalk walk(ReleaseId id) {
        return new TraditionalWalk(flows, id);
    }

    List<Gate> gates(ReleaseId id) {
        return flows.bean(Quality.class).gates(id);
    }
}
