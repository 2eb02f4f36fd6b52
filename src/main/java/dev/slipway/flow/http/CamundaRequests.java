package dev.slipway.flow.http;

import dev.slipway.flow.door.CamundaRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says on which threads Camunda's own interfaces are served. Their filters compare the address as it was sent, while the container compares it decoded: an
 * address that is not the same either way would slip past them.
 */
class CamundaRequests extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith(request.getContextPath() + request.getServletPath())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        CamundaRequest.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            CamundaRequest.end();
        }
    }
}
