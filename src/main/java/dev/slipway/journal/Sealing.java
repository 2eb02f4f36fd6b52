package dev.slipway.journal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.transaction.support.TransactionOperations;

/** Seals regularly, unless it is switched off. */
@Configuration(proxyBeanMethods = false)
class Sealing {

    private static final Duration AFTER_START = Duration.ofSeconds(1);

    @Bean
    Sealer sealer(
            SealRows seals,
            HeadRows heads,
            EntryRows entries,
            JournalProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        return new Sealer(seals, heads, entries, new SealingKeyFile(properties.key()), transactions, events, clock);
    }

    @Bean
    SchedulingConfigurer regularSealing(Sealer sealer, JournalProperties properties) {
        return tasks -> {
            if (!properties.sealEvery().isZero()) {
                tasks.addFixedDelayTask(new FixedDelayTask(sealer::seal, properties.sealEvery(), AFTER_START));
            }
        };
    }
}
