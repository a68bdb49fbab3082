package fr.passerelle.console.security;

import fr.passerelle.console.security.KnownDevices.LoginDetails;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.filter.OncePerRequestFilter;

/** The form that one signs in by. Nothing is kept here of whoever has not signed in: the page asked for is in a cookie, if it is short. */
final class SignIn {

    /** Where the form is. */
    static final String PAGE = "/connexion";

    private static final AuthenticationEntryPoint FORM = new LoginUrlAuthenticationEntryPoint(PAGE);
    private static final String PIECE = "HX-Request";
    private static final String WHOLE = "HX-Redirect";
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

    /**
     * Sends who has not signed in to the form: the whole page where htmx asks for a piece of it and the session is over, since a redirection would
     * put the form into the piece, and signing in would lead back to the piece alone.
     */
    static void enter(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (request.getHeader(PIECE) == null) {
            FORM.commence(request, response, why);
        } else {
            response.setHeader(WHOLE, request.getContextPath() + PAGE);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
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
                && request.getHeader(PIECE) == null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && request.getRequestURI().length() + query.length() <= LONGEST_ADDRESS;
    }

    /** The tokens of forms: in the session of whoever signed in, else in a cookie, so that whoever only asks leaves nothing in memory. */
    static final class CsrfTokens implements CsrfTokenRepository {

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

    /** Ends the session of an account that was changed since it signed in: deactivated, erased, of another role or password. */
    static final class LiveAccount extends OncePerRequestFilter {

        private final Accounts accounts;

        LiveAccount(Accounts accounts) {
            this.accounts = accounts;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Authentication known = SecurityContextHolder.getContext().getAuthentication();
            if (known != null && known.getPrincipal() instanceof Account account && !accounts.stands(account)) {
                end(request.getSession(false));
            }
            chain.doFilter(request, response);
        }

        private static void end(@Nullable HttpSession session) {
            SecurityContextHolder.clearContext();
            if (session != null) {
                session.invalidate();
            }
        }
    }
}
