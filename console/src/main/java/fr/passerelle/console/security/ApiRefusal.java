package fr.passerelle.console.security;

import fr.passerelle.console.page.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Why a call of the API is not let in. */
final class ApiRefusal {

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
