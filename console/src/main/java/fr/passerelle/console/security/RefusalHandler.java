package fr.passerelle.console.security;

import fr.passerelle.console.page.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A form sent after the session ended lacks its token, and no role would help: one is told to sign in and type again. Who still has a drawn
 * password is sent to change it. An address that no line of the table has is not there, whoever asks. All else stays refused.
 */
final class RefusalHandler implements AccessDeniedHandler {

    private static final RequestMatcher KNOWN = new OrRequestMatcher(Route.all().stream()
            .<RequestMatcher>map(
                    route -> PathPatternRequestMatcher.withDefaults().matcher(route.pattern()))
            .toList());

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();
    private final String login;
    private final String own;

    /**
     * @param login path of the sign-in page, which says why one is there
     * @param own path of the page where one changes one's password
     */
    RefusalHandler(String login, String own) {
        this.login = login;
        this.own = own;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null && refused instanceof CsrfException) {
            response.sendRedirect(request.getContextPath() + login);
        } else if (Account.isNewcomer(known)) {
            response.sendRedirect(request.getContextPath() + own);
        } else if (!(refused instanceof CsrfException) && !KNOWN.matches(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            refusal.handle(request, response, refused);
        }
    }

    /** Why a call of the API is not let in. */
    static final class ApiRefusal {

        private static final Problem BUSY = new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Compte non vérifié",
                "Trop de mots de passe sont vérifiés à la fois, ou la base ne répond pas : recommencez dans un instant.");
        private static final Problem NEWCOMER = new Problem(
                HttpStatus.FORBIDDEN,
                "Mot de passe à changer",
                "Ce mot de passe a été choisi par un autre : connectez-vous à la console pour choisir le vôtre.");

        private ApiRefusal() {}

        /** To who is nobody: their account or password is not known, was not looked at, or was not given. */
        static void nobody(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
                throws IOException {
            if (why instanceof AuthenticationServiceException) {
                BUSY.write(response);
            } else {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Passerelle\", charset=\"UTF-8\"");
                Problem.of(HttpStatus.UNAUTHORIZED).write(response);
            }
        }

        /** To an account that may not. */
        static void somebody(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
                throws IOException {
            boolean isNew = Account.isNewcomer(SecurityContextHolder.getContext().getAuthentication());
            (isNew ? NEWCOMER : Problem.of(HttpStatus.FORBIDDEN)).write(response);
        }
    }
}
