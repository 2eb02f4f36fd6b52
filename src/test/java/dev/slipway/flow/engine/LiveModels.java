package dev.slipway.flow.engine;

import dev.slipway.flow.identity.Grants;
import dev.slipway.flow.identity.SharedFilters;
import dev.slipway.flow.library.ModelLibrary;
import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A watch over a folder of a test's own, on the engine of a running application. */
public final class LiveModels {

    private LiveModels() {}

    public static ModelReload over(ModelLibrary library, ApplicationContext context) {
        var transactions = context.getBean(TransactionTemplate.class);
        return new ModelReload(
                new Installation(
                        context.getBean(JdbcClient.class),
                        transactions,
                        library,
                        context.getBean(Grants.class),
                        context.getBean(SharedFilters.class)),
                library,
                transactions,
                (ApplicationEventPublisher) context,
                Clock.systemUTC());
    }
}
