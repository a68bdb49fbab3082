package fr.passerelle.console.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** The form that one signs in by. Nothing is kept here of whoever has not signed in: the page asked for is in a cookie, if it is short. */
final class SignIn {

    /** Where the form is. */
    static final String PAGE = "/connexion";

    private static final int LONGEST_ADDRESS = 1_000;

    private final KnownDevices devices;
    private final CookieRequestCache asked = new CookieRequestCache();

    SignIn(KnownDevices devices) {
        this.devices = devices;
        asked.setRequestMatcher(SignIn::isPage);
        asked.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    /** Which page was asked for before one signed in. */
    RequestCache asked() {
        return asked;
    }

    void form(FormLoginConfigurer<HttpSecurity> form) {
        form.loginPage(PAGE)
                .authenticationDetailsSource(LoginDetails::new)
                .successHandler(onwards())
                .failureHandler(refused())
                .permitAll();
    }

    /** Back to the form, which says why. */
    static AuthenticationFailureHandler back(String why) {
        SimpleUrlAuthenticationFailureHandler back = new SimpleUrlAuthenticationFailureHandler(PAGE + "?" + why);
        back.setAllowSessionCreation(false);
        return back;
    }

    private static AuthenticationFailureHandler refused() {
        AuthenticationFailureHandler wrong = back("error");
        AuthenticationFailureHandler unseen = back("occupe");
        return (request, response, why) -> (why instanceof AuthenticationServiceException ? unseen : wrong)
                .onAuthenticationFailure(request, response, why);
    }

    private AuthenticationSuccessHandler onwards() {
        SavedRequestAwareAuthenticationSuccessHandler onwards = new SavedRequestAwareAuthenticationSuccessHandler();
        onwards.setRequestCache(asked);
        return (request, response, own) -> {
            devices.remember(request, response, own.getName());
            onwards.onAuthenticationSuccess(request, response, own);
        };
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        return HttpMethod.GET.matches(request.getMethod())
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && request.getRequestURI().length() + query.length() <= LONGEST_ADDRESS;
    }
}
