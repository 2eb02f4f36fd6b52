package dev.slipway.flow.library;

import java.nio.file.Path;
import java.time.Duration;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;

/** A model library over a folder of a test's own, on the engine of a running application. */
public final class FolderLibrary {

    private FolderLibrary() {}

    public static ModelLibrary over(Path folder, ApplicationContext context) {
        return new ModelLibrary(
                context.getBean(RepositoryService.class),
                context.getBean(ModelCheck.class),
                new LibrarySettings("file:" + folder, Duration.ZERO),
                (ApplicationEventPublisher) context);
    }
}
