package fr.passerelle.console.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** A form sent after the session ended lacks its token, and no role would help: one is told to sign in and type again. All else stays refused. */
final class ExpiredFormHandler implements AccessDeniedHandler {

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();
    private final String login;

    /** @param login path of the sign-in page, which says why one is there */
    ExpiredFormHandler(String login) {
        this.login = login;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        boolean nobody = SecurityContextHolder.getContext().getAuthentication() == null;
        if (nobody && refused instanceof CsrfException) {
            response.sendRedirect(request.getContextPath() + login);
        } else {
            refusal.handle(request, response, refused);
        }
    }
}
