package dev.slipway.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Turns programs away with a problem detail that names the cure. */
@Component
class Rejection implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    Rejection(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "not-signed-in",
                "Send a token as 'Authorization: Bearer slw_...', or sign in.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        write(
                response,
                HttpStatus.FORBIDDEN,
                "not-allowed",
                reason instanceof CsrfException
                        ? "A request by a page carries the page's CSRF token; a program sends a bearer token instead."
                        : "The token was not issued for this, or you have no right to it. Use one with the scope that is needed.");
    }

    void write(HttpServletResponse response, HttpStatus status, String code, String cure) throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, cure);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
