package dev.slipway.context;

import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module needs of identity to refuse somebody. */
@Configuration(proxyBeanMethods = false)
class ContextIdentity {

    @Bean
    Permission contextPermission(Acting acting, Rights rights) {
        return () -> rights.may(acting.now(), Act.APPLY_CATALOG, Rights.EVERYTHING);
    }
}
