package dev.slipway.flow;

import dev.slipway.flow.engine.ModelReload;
import dev.slipway.flow.identity.Unrestricted;
import dev.slipway.flow.library.ModelLibrary;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The models that new releases follow: since when, and what became of the last change in their folder. */
@Service
public class Models {

    private final ModelLibrary library;
    private final ModelReload reload;
    private final Unrestricted unrestricted;
    private final Acting acting;
    private final Rights rights;

    Models(ModelLibrary library, ModelReload reload, Unrestricted unrestricted, Acting acting, Rights rights) {
        this.library = library;
        this.reload = reload;
        this.unrestricted = unrestricted;
        this.acting = acting;
        this.rights = rights;
    }

    /** Whether the actor may have the folder read again: administrators, and whoever else may apply the catalogue, may. */
    public boolean mayReload() {
        return rights.administers() || rights.may(acting.now(), Act.APPLY_CATALOG, Rights.EVERYTHING);
    }

    /** Takes over what has changed in the folder of models on this node; empty where the actor may not. */
    public Optional<Reload> reload() {
        return mayReload() ? Optional.of(unrestricted.ask(reload::now)) : Optional.empty();
    }

    public Status status() {
        return unrestricted.ask(() -> {
            var newest = library.newest();
            return new Status(
                    newest == null ? null : newest.getId(),
                    newest == null ? null : newest.getDeploymentTime().toInstant(),
                    reload.last().orElse(null));
        });
    }

    /**
     * What is in force.
     *
     * @param deployment null before the first
     * @param last how the last change of the folder ended on this node; null while there was none since the start
     */
    public record Status(
            @Nullable String deployment,
            @Nullable Instant since,
            @Nullable Reload last) {}
}
