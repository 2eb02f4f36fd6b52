package dev.slipway.flag;

import dev.slipway.catalog.Product;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the flags that have outlived their last day, by the clock of their product's people, and tells of each once. */
@Component
class Overdue {

    private final FlagRows rows;
    private final Neighbours neighbours;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Overdue(
            FlagRows rows,
            Neighbours neighbours,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.neighbours = neighbours;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void look() {
        for (var flag : rows.all()) {
            if (flag.overdueSince() == null && flag.hasOutlived(today(flag))) {
                transactions.executeWithoutResult(status -> tell(flag));
            }
        }
    }

    private void tell(Flag flag) {
        if (rows.noteOverdue(flag.key(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            events.publishEvent(new FlagEvent.Outlived(flag));
        }
    }

    private LocalDate today(Flag flag) {
        var zone = neighbours.product(flag.key().product()).map(Product::zone).orElse(ZoneOffset.UTC);
        return LocalDate.now(clock.withZone(zone));
    }
}
