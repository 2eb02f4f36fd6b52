package dev.slipway.environment;

import static dev.slipway.environment.Harbour.SERVICE;
import static dev.slipway.environment.Harbour.STAGING;
import static dev.slipway.environment.Harbour.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.content.Digest;
import java.util.List;

class MatrixViewTests {

    @EveryDatabase
    void showsWhatIsThereWhoHoldsItAndWhoWaits(Database database) {
        var environments = new Harbour(database).environments;
        environments.occupy(Harbour.release(1), STAGING, SERVICE, "1.0", new Digest("1".repeat(64)));
        environments.claim(Harbour.release(2), STAGING);
        environments.claim(Harbour.release(3), STAGING);

        var service = view(environments).cell(STAGING, SERVICE);
        var worker = view(environments).cell(STAGING, WORKER);

        assertThat(service.version()).isEqualTo("1.0");
        assertThat(service.release()).isEqualTo("payments-1");
        assertThat(service.heldBy()).isEqualTo("payments-2");
        assertThat(service.queue()).containsExactly("payments-3");
        assertThat(service.keptFor()).isNull();
        assertThat(worker.version()).isNull();
        assertThat(worker.heldBy()).isEqualTo("payments-2");
    }

    @EveryDatabase
    void showsForWhomAFreePlaceIsKept(Database database) {
        var environments = new Harbour(database).environments;
        environments.claim(Harbour.release(2), STAGING);
        environments.claim(Harbour.release(3), STAGING);
        environments.release(Harbour.release(2), STAGING);

        var cell = view(environments).cell(STAGING, SERVICE);

        assertThat(cell.heldBy()).isNull();
        assertThat(cell.keptFor()).isEqualTo("payments-3");
    }

    private static MatrixView view(Environments environments) {
        return new MatrixView(
                environments.matrix(), environments.claims(), environments.queues(), List.of(), List.of());
    }
}
