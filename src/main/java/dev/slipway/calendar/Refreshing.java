package dev.slipway.calendar;

import dev.slipway.identity.Acting;
import dev.slipway.journal.Actor;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Reads imported calendars again regularly, unless that is switched off. */
@Configuration(proxyBeanMethods = false)
class Refreshing {

    private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);
    private static final Duration AFTER_START = Duration.ofSeconds(30);

    @Bean
    SchedulingConfigurer regularRefreshing(Feeds feeds, Acting acting, CalendarProperties settings) {
        return tasks -> {
            if (!settings.refresh().isZero()) {
                tasks.addFixedDelayTask(
                        new FixedDelayTask(() -> refresh(feeds, acting), settings.refresh(), AFTER_START));
            }
        };
    }

    private static void refresh(Feeds feeds, Acting acting) {
        try {
            acting.as(Actor.SYSTEM, () -> {
                feeds.refreshAll();
                return true;
            });
        } catch (RuntimeException failure) {
            LOG.warn("SLIP-3001: imported calendars could not be read again; trying again later", failure);
        }
    }
}
