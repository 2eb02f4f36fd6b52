package dev.slipway.environment;

import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module needs of identity to refuse somebody. */
@Configuration(proxyBeanMethods = false)
class EnvironmentIdentity {

    @Bean
    Permission environmentPermission(Acting acting, Rights rights) {
        return product -> rights.may(acting.now(), Act.INTERVENE, product.value());
    }
}
