package dev.slipway.flow.http;

import dev.slipway.identity.Acting;
import dev.slipway.identity.People;
import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters between HTTP security and Camunda. */
@Configuration(proxyBeanMethods = false)
class EngineFilters {

    /** Well behind Spring Security's filter, which is at -100. */
    private static final int BEHIND_SECURITY = 200;

    @Bean
    FilterRegistrationBean<CamundaRequests> camundaRequests() {
        var filter = new FilterRegistrationBean<>(new CamundaRequests());
        filter.addUrlPatterns("/camunda/*", "/engine-rest/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD);
        filter.setOrder(BEHIND_SECURITY - 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webApplicationsSignOn() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(
                Map.of(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, SignedIn.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(BEHIND_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineCaller> engineCaller(IdentityService identity, Acting acting, People people) {
        var filter = new FilterRegistrationBean<>(new EngineCaller(identity, acting, people));
        filter.addUrlPatterns("/engine-rest/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(BEHIND_SECURITY);
        return filter;
    }
}
