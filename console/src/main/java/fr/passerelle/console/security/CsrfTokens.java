package fr.passerelle.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** The tokens of forms: in the session of whoever signed in, else in a cookie, so that whoever only asks leaves nothing in memory. */
final class CsrfTokens implements CsrfTokenRepository {

    private static final String COOKIE = "passerelle-formulaire";

    private final CookieCsrfTokenRepository inCookie = new CookieCsrfTokenRepository();
    private final HttpSessionCsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();

    CsrfTokens() {
        inCookie.setCookieName(COOKIE);
        inCookie.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return inCookie.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        place(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return place(request).loadToken(request);
    }

    private CsrfTokenRepository place(HttpServletRequest request) {
        return request.getSession(false) == null ? inCookie : inSession;
    }
}
