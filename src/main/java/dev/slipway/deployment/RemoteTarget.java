package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.NotYet;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import dev.slipway.deployment.spi.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A target that only an agent can reach: what its adapter would do here becomes an order, and the adapter does it there. */
final class RemoteTarget implements Target {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Target adapter;
    private final RemoteOrders orders;

    RemoteTarget(Target adapter, RemoteOrders orders) {
        this.adapter = adapter;
        this.orders = orders;
    }

    @Override
    public String adapter() {
        return adapter.adapter();
    }

    @Override
    public List<String> flaws(TargetDescription target) {
        return adapter.flaws(target);
    }

    @Override
    public boolean holdsTwo(TargetDescription target) {
        return adapter.holdsTwo(target);
    }

    /** Only its agent can tell, and asks there itself. */
    @Override
    public Optional<String> apart(TargetDescription target, String version) {
        return Optional.empty();
    }

    @Override
    public Duration patience(TargetDescription target) {
        return adapter.patience(target);
    }

    @Override
    public Optional<Outcome> resume(TargetDescription target, String visit, Progress progress) {
        return orders.settled(target, visit, PAUSE);
    }

    @Override
    public Outcome install(Install move, Progress progress) {
        orders.place(move.target(), move.visit(), RemoteWork.of(move));
        throw new NotYet(PAUSE);
    }

    @Override
    public Outcome shift(Shift move, Progress progress) {
        orders.place(move.target(), move.visit(), RemoteWork.of(move));
        throw new NotYet(PAUSE);
    }

    @Override
    public Outcome remove(Remove move, Progress progress) {
        orders.place(move.target(), move.visit(), RemoteWork.of(move));
        throw new NotYet(PAUSE);
    }

    /** The agent asks before it acts; from here the target cannot be seen. */
    @Override
    public Report probe(TargetDescription target) {
        return new Report.Unknown("only an agent can see this target: " + target.agent());
    }

    /** Whatever no agent has begun of that visit is not begun any more. */
    void withdraw(String visit) {
        orders.withdraw(visit);
    }
}
