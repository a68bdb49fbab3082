package fr.passerelle.console.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.util.WebUtils;

/** Where somebody signs in from: an address, and a browser that may be a known one. */
final class LoginDetails extends WebAuthenticationDetails {

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
