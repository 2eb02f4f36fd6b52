package dev.slipway.flow.engine;

import dev.slipway.flow.library.LibrarySettings;
import java.time.Duration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks at the folder of models every few seconds. */
@Component
class ModelWatch implements SchedulingConfigurer {

    private final ModelReload reload;
    private final Duration every;

    ModelWatch(ModelReload reload, LibrarySettings settings) {
        this.reload = reload;
        this.every = settings.watch();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (!every.isZero()) {
            tasks.addFixedDelayTask(new FixedDelayTask(reload::look, every, every));
        }
    }
}
