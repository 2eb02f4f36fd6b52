package dev.slipway.flow.identity;

import dev.slipway.flow.library.ModelLibrary;
import dev.slipway.identity.spi.Directory;
import org.camunda.bpm.engine.ProcessEngine;

/** What knows people and rights, without a Spring context. */
public final class TestIdentity {

    private TestIdentity() {}

    public static Unrestricted unrestricted(ProcessEngine engine) {
        return new Unrestricted(engine.getIdentityService());
    }

    static Directory directory(ProcessEngine engine) {
        return new CamundaDirectory(engine.getIdentityService(), unrestricted(engine));
    }

    static Grants grants(ProcessEngine engine, ModelLibrary library) {
        return new Grants(
                engine.getAuthorizationService(), engine.getIdentityService(), engine.getRepositoryService(), library);
    }
}
