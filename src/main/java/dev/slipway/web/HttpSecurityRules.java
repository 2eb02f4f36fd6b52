package dev.slipway.web;

import dev.slipway.identity.Rights;
import dev.slipway.identity.Scope;
import dev.slipway.identity.Tokens;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Closes everything but the sign-in page, static files and health. Programs come with tokens, people with a session. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class HttpSecurityRules {

    /** The engine's REST interface is a servlet of its own; these matchers look at the whole path, plain strings do not. */
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    private static final RequestMatcher ENGINE = PATH.matcher("/engine-rest/**");
    private static final RequestMatcher API = PATH.matcher("/api/**");
    private static final RequestMatcher ACTUATOR = PATH.matcher("/actuator/**");
    private static final RequestMatcher CAMUNDA = PATH.matcher("/camunda/**");
    private static final RequestMatcher CAMUNDA_API = PATH.matcher("/camunda/api/**");
    private static final RequestMatcher PROGRAMS = new OrRequestMatcher(API, ACTUATOR, CAMUNDA_API);

    private static final String OUR_PAGES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private final Tokens tokens;
    private final Rights rights;
    private final Rejection rejection;

    HttpSecurityRules(Tokens tokens, Rights rights, Rejection rejection) {
        this.tokens = tokens;
        this.rights = rights;
        this.rejection = rejection;
    }

    /** Whoever comes with a token has no session, and the engine's REST interface takes nothing but tokens. */
    @Bean
    @Order(1)
    SecurityFilterChain chainForPrograms(HttpSecurity http) throws Exception {
        RequestMatcher token = BearerFilter::comesWithToken;
        return http.securityMatcher(
                        new OrRequestMatcher(ENGINE, new AndRequestMatcher(new OrRequestMatcher(API, ACTUATOR), token)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(ENGINE)
                        .hasAuthority(BearerAuthentication.scope(Scope.ENGINE))
                        .requestMatchers(PATH.matcher(HttpMethod.GET, "/api/flags/{environment}.json"))
                        .hasAnyAuthority(
                                BearerAuthentication.scope(Scope.FLAGS), BearerAuthentication.scope(Scope.READ))
                        .requestMatchers(PATH.matcher(HttpMethod.GET, "/api/agents/orders/**"))
                        .authenticated()
                        .requestMatchers(PATH.matcher(HttpMethod.GET, "/api/**"))
                        .hasAuthority(BearerAuthentication.scope(Scope.READ))
                        .requestMatchers(PATH.matcher("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(ACTUATOR)
                        .access((who, what) -> new AuthorizationDecision(administers(who.get())))
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new BearerFilter(tokens, rejection), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(
                        rejected -> rejected.authenticationEntryPoint(rejection).accessDeniedHandler(rejection))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain chainForPeople(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        PATH.matcher("/login"),
                                        PATH.matcher("/slipway.css"),
                                        PATH.matcher("/slipway.js"),
                                        PATH.matcher("/favicon.svg"),
                                        PATH.matcher("/favicon.ico"),
                                        PATH.matcher("/webjars/**"),
                                        PATH.matcher("/actuator/health/**"))
                                .permitAll()
                                .requestMatchers(ACTUATOR)
                                .access((who, what) -> new AuthorizationDecision(administers(who.get())))
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(
                                PATH.matcher(HttpMethod.POST, "/logout"),
                                PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout")))
                        .logoutSuccessHandler(HttpSecurityRules::signedOut))
                .exceptionHandling(rejected -> rejected.defaultAuthenticationEntryPointFor(rejection, PROGRAMS)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), new NegatedRequestMatcher(PROGRAMS))
                        .defaultAccessDeniedHandlerFor(rejection, PROGRAMS)
                        .defaultAccessDeniedHandlerFor(
                                new AccessDeniedHandlerImpl(), new NegatedRequestMatcher(PROGRAMS)))
                // Camunda's own filter guards its web applications against forged requests.
                .csrf(csrf -> csrf.ignoringRequestMatchers(CAMUNDA))
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(CAMUNDA), new ContentSecurityPolicyHeaderWriter(OUR_PAGES))))
                .build();
    }

    /** Asked afresh each time: whoever leaves the group loses the right at once. */
    private boolean administers(Authentication who) {
        return who.isAuthenticated() && rights.administers();
    }

    /** Camunda's web applications sign out by a script, which cannot follow a redirect. */
    private static void signedOut(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        if (CAMUNDA.matches(request)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/login?logout");
        }
    }
}
