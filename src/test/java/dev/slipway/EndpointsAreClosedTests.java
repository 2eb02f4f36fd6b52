package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.web.servlet.WebMvcEndpointHandlerMapping;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Calls everything that is mapped anywhere, ours and Camunda's, without credentials. */
@SlipwayTest
class EndpointsAreClosedTests {

    private static final Set<String> OPEN = Set.of(
            "/login",
            "/slipway.css",
            "/slipway.js",
            "/favicon.svg",
            "/favicon.ico",
            "/actuator/health",
            "/actuator/health/x",
            "/actuator/health/x/y",
            "/webjars",
            "/webjars/x",
            // Signing out whoever is not signed in does nothing.
            "/camunda/api/admin/auth/user/x/logout");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    List<AbstractUrlHandlerMapping> urls;

    @Autowired
    WebMvcEndpointHandlerMapping actuator;

    @Autowired
    ServletContext servlets;

    @Test
    void nothingOfOursAnswersAStranger() throws Exception {
        var endpoints = new LinkedHashSet<Endpoint>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> endpoints.addAll(endpoints(info)));
        actuator.getHandlerMethods().keySet().forEach(info -> endpoints.addAll(endpoints(info)));
        urls.stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .map(Object::toString)
                .forEach(path -> endpoints.add(new Endpoint("GET", filled(path))));
        assertThat(endpoints).hasSizeGreaterThan(10);
        assertClosed(endpoints);
    }

    @Test
    void noResourceOfTheEngineAnswersAStranger() throws Exception {
        var endpoints = resources("/engine-rest", CamundaRestResources.getResourceClasses());
        assertThat(endpoints).hasSizeGreaterThan(200);
        assertClosed(endpoints);
    }

    @Test
    void noResourceOfTheWebApplicationsAnswersAStranger() throws Exception {
        var endpoints = new LinkedHashSet<Endpoint>();
        endpoints.addAll(resources("/camunda/api/engine", new EngineRestApplication().getClasses()));
        endpoints.addAll(resources("/camunda/api/admin", new AdminApplication().getClasses()));
        endpoints.addAll(resources("/camunda/api/cockpit", new CockpitApplication().getClasses()));
        endpoints.addAll(resources("/camunda/api/tasklist", new TasklistApplication().getClasses()));
        endpoints.addAll(resources("/camunda/api/welcome", new WelcomeApplication().getClasses()));
        assertThat(endpoints).hasSizeGreaterThan(200);
        assertThat(endpoints).contains(new Endpoint("POST", "/camunda/api/admin/setup/x/user/create"));
        assertClosed(endpoints);
    }

    @Test
    void noFileButThoseOfTheSignInPageIsServedToAStranger() throws Exception {
        var endpoints = new LinkedHashSet<Endpoint>();
        for (var app : List.of("cockpit", "admin", "tasklist", "welcome")) {
            endpoints.add(new Endpoint("GET", "/camunda/app/" + app + "/default/"));
            endpoints.add(new Endpoint("GET", "/camunda/app/" + app + "/index.html"));
            endpoints.add(new Endpoint("GET", "/camunda/app/" + app + "/default/setup/"));
        }
        for (var location : List.of("static", "public", "resources", "META-INF/resources")) {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + location + "/*")) {
                endpoints.add(new Endpoint("GET", "/" + file.getFilename()));
            }
        }
        endpoints.add(new Endpoint("GET", "/"));
        endpoints.add(new Endpoint("GET", "/camunda-welcome/index.html"));
        endpoints.add(new Endpoint("GET", "/nothing/here"));
        endpoints.add(new Endpoint("GET", "/error"));
        assertClosed(endpoints);
    }

    @Test
    void noServletIsMappedThatTheOthersDoNotCover() {
        var paths = new TreeSet<String>();
        servlets.getServletRegistrations().values().forEach(servlet -> paths.addAll(servlet.getMappings()));
        assertThat(paths)
                .containsExactlyInAnyOrder(
                        "/",
                        "/engine-rest/*",
                        "/camunda/api/admin/*",
                        "/camunda/api/cockpit/*",
                        "/camunda/api/engine/*",
                        "/camunda/api/tasklist/*",
                        "/camunda/api/welcome/*");
    }

    @Test
    void whatIsOpenIsOpen() throws Exception {
        assertThat(call(new Endpoint("GET", "/login")).statusCode()).isEqualTo(200);
        assertThat(call(new Endpoint("GET", "/slipway.css")).statusCode()).isEqualTo(200);
        var health = call(new Endpoint("GET", "/actuator/health"));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private void assertClosed(Set<Endpoint> endpoints) throws Exception {
        var answering = new ArrayList<String>();
        for (var endpoint : endpoints) {
            if (OPEN.contains(endpoint.path())) {
                continue;
            }
            var response = call(endpoint);
            var login = response.statusCode() == 302
                    && response.headers().firstValue("Location").orElse("").endsWith("/login");
            if (!login && response.statusCode() != 401 && response.statusCode() != 403) {
                answering.add(endpoint + " answers " + response.statusCode());
            }
        }
        assertThat(answering).isEmpty();
    }

    private HttpResponse<String> call(Endpoint endpoint) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + endpoint.path()))
                .header("Content-Type", "application/json")
                .method(endpoint.method(), HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<Endpoint> endpoints(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Endpoint(method.name(), filled(path))))
                .toList();
    }

    private static Set<Endpoint> resources(String root, Set<Class<?>> types) {
        return ResourceEndpoint.of(root, types).stream()
                .map(endpoint -> new Endpoint(endpoint.verb(), filled(endpoint.path())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[^/]*}", "x").replaceAll("\\*+", "x").replaceAll("//+", "/");
    }

    private record Endpoint(String method, String path) {}
}
