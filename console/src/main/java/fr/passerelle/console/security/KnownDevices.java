package fr.passerelle.console.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.token.KeyBasedPersistenceTokenService;
import org.springframework.security.core.token.Token;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Browsers from which an account's own person came in (OWASP, "device cookies"): what others guess at that account locks them out no more. The
 * cookie is a token signed for one account, and lets nobody in. The secret is drawn at each start, and a browser is then known again once
 * its person came in.
 */
@Component
class KnownDevices {

    static final String COOKIE = "passerelle-appareil";

    private static final Duration KEPT = Duration.ofDays(180);

    private final KeyBasedPersistenceTokenService tokens = new KeyBasedPersistenceTokenService();

    KnownDevices(Passwords drawn) {
        tokens.setServerSecret(drawn.drawn());
        tokens.setServerInteger(1);
        tokens.setSecureRandom(new SecureRandom());
    }

    /** The token of a browser, where it is a known one of that account. */
    @Nullable
    String of(String cookie, String login) {
        try {
            Token token = tokens.verifyToken(cookie);
            return token != null && token.getExtendedInformation().equals(Accounts.plain(login)) ? cookie : null;
        } catch (IllegalArgumentException madeUp) {
            return null;
        }
    }

    /** Makes the browser of a request known. */
    void remember(HttpServletRequest request, HttpServletResponse response, String login) {
        String token = tokens.allocateToken(Accounts.plain(login)).getKey();
        keep(ResponseCookie.from(COOKIE, token).sameSite("Strict").maxAge(KEPT), request, response);
    }

    /** Gives the browser of a request a cookie that no script reads, for all of the console. */
    static void keep(
            ResponseCookie.ResponseCookieBuilder cookie, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie.httpOnly(true)
                        .secure(request.isSecure())
                        .path("/")
                        .build()
                        .toString());
    }

    /** Where somebody signs in from: an address, and a browser that may be a known one. */
    static final class LoginDetails extends WebAuthenticationDetails {

        private static final long serialVersionUID = 1L;

        private final String device;

        LoginDetails(HttpServletRequest request) {
            super(request);
            Cookie cookie = WebUtils.getCookie(request, KnownDevices.COOKIE);
            this.device = cookie == null ? "" : cookie.getValue();
        }

        /** The cookie of {@link KnownDevices}, whether it is right or not; empty for none. */
        String device() {
            return device;
        }
    }
}
