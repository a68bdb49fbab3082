package fr.passerelle.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends the whole page to sign in where htmx asks for a piece of it and the session is over: a redirection would put the sign-in page into
 * the piece, and signing in would lead back to the piece alone.
 */
final class EndedSession extends OncePerRequestFilter {

    private static final String PIECE = "HX-Request";
    private static final String WHOLE = "HX-Redirect";

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final String login;

    /** @param login path of the sign-in page */
    EndedSession(String login) {
        this.login = login;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(WHOLE, request.getContextPath() + login);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(PIECE) == null;
    }
}
