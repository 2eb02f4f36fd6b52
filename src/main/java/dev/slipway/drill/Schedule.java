package dev.slipway.drill;

import dev.slipway.identity.Acting;
import dev.slipway.journal.Actor;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Looks regularly for drills that are due. What was missed while nothing ran is held once. */
@Configuration(proxyBeanMethods = false)
class Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final Duration AFTER_START = Duration.ofSeconds(45);

    @Bean
    SchedulingConfigurer regularDrills(Drills drills, Acting acting, DrillProperties settings) {
        return tasks -> {
            if (!settings.look().isZero()) {
                tasks.addFixedDelayTask(new FixedDelayTask(() -> look(drills, acting), settings.look(), AFTER_START));
            }
        };
    }

    private static void look(Drills drills, Acting acting) {
        try {
            acting.as(Actor.SYSTEM, drills::holdDue);
        } catch (RuntimeException failure) {
            LOG.warn("SLIP-3101: drills that are due could not be held; trying again later", failure);
        }
    }
}
