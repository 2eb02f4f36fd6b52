package dev.slipway.catalog;

import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module needs of identity, and nothing more. */
@Configuration(proxyBeanMethods = false)
class CatalogIdentity {

    @Bean
    Grants catalogGrants(Rights rights) {
        return rights::replace;
    }

    @Bean
    Permission catalogPermission(Acting acting, Rights rights) {
        return () -> rights.may(acting.now(), Act.APPLY_CATALOG, Rights.EVERYTHING);
    }
}
