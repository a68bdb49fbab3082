package fr.passerelle.console.security;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.page.Problem;
import fr.passerelle.console.security.KnownDevices.LoginDetails;
import fr.passerelle.console.security.OidcAccounts.ProviderRequests;
import fr.passerelle.console.security.Passwords.BoundedEncoder;
import fr.passerelle.console.security.SignIn.CsrfTokens;
import fr.passerelle.console.security.SignIn.LiveAccount;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Closed by default: sign-in, the table of routes, and headers that let a page take nothing from elsewhere. */
@Configuration
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/webjars/**", "/css/**", "/js/**", "/favicon.svg", SignIn.PAGE, "/actuator/health/**"
    };
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** How this machine calls itself: who watches over the console asks by these. */
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    /** Characters of what somebody types in one field: the longest, a motive, has a thousand. */
    private static final int LONGEST = 4_000;

    /** How long somebody waits for their password to be looked at. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Predicate<String> PLAIN = text -> text.length() <= LONGEST
            && text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');

    /** The API: HTTP Basic on each call, or the session of whoever signed in to the pages; it opens none itself, and has no form to forge. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Accounts accounts) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(SecurityConfiguration::authorize)
                .httpBasic(basic -> basic.authenticationDetailsSource(LoginDetails::new)
                        .authenticationEntryPoint(RefusalHandler::nobody))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(RefusalHandler::somebody))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(CsrfConfigurer::disable)
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(new LiveAccount(accounts), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            Accounts accounts,
            KnownDevices devices,
            OidcAccounts oidc,
            ObjectProvider<ClientRegistrationRepository> providers)
            throws Exception {
        SignIn signIn = new SignIn(devices);
        http.authorizeHttpRequests(SecurityConfiguration::authorize)
                .formLogin(signIn::form)
                .requestCache(asked -> asked.requestCache(signIn.asked()))
                .csrf(forms -> forms.csrfTokenRepository(new CsrfTokens()))
                .logout(logout -> logout.logoutUrl("/deconnexion").logoutSuccessUrl(SignIn.PAGE + "?fin"))
                .exceptionHandling(refusals ->
                        refusals.accessDeniedHandler(new RefusalHandler()).authenticationEntryPoint(SignIn::enter))
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(new LiveAccount(accounts), AuthorizationFilter.class);
        ClientRegistrationRepository registrations = providers.getIfAvailable();
        if (registrations != null) {
            http.oauth2Login(login -> login.loginPage(SignIn.PAGE)
                    .failureHandler(SignIn.back("fournisseur"))
                    .authorizationEndpoint(
                            asked -> asked.authorizationRequestRepository(new ProviderRequests(registrations)))
                    .userInfoEndpoint(person -> person.oidcUserService(oidc)));
        }
        return http.build();
    }

    /** What the server itself sends on, after having decided, is let through: the page of an error, a view. */
    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
        requests.requestMatchers(OPEN).permitAll();
        for (Route route : Route.all()) {
            requests.requestMatchers(route.method(), route.pattern()).hasRole(route.part());
            if (route.method() == HttpMethod.GET) {
                requests.requestMatchers(HttpMethod.HEAD, route.pattern()).hasRole(route.part());
            }
        }
        requests.anyRequest().denyAll();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }

    /**
     * No control character comes in by a parameter: no database keeps a NUL, and no name has the others. And nothing that was asked of another
     * host: pages are told where they are by what the browser says.
     */
    @Bean
    static StrictHttpFirewall firewall(ConsoleSettings settings) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(host -> Stream.of(HERE, settings.console().hosts())
                .anyMatch(hosts -> hosts.contains(host.toLowerCase(Locale.ROOT))));
        firewall.setAllowedParameterValues(PLAIN);
        return firewall;
    }

    @Bean
    static RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.fromHierarchy(List.of(Role.values()).reversed().stream()
                .map(role -> "ROLE_" + role + " > ")
                .collect(Collectors.joining("", "", "ROLE_" + Account.NEWCOMER)));
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new BoundedEncoder(
                new BCryptPasswordEncoder(), Runtime.getRuntime().availableProcessors(), PATIENCE);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * A form sent after the session ended lacks its token, and no role would help: one is told to sign in and type again. Who still has a drawn
     * password is sent to change it. An address that no line of the table has is not there, whoever asks. All else stays refused. The API answers with a problem.
     */
    static final class RefusalHandler implements AccessDeniedHandler {

        private static final RequestMatcher KNOWN = new OrRequestMatcher(Route.all().stream()
                .<RequestMatcher>map(
                        route -> PathPatternRequestMatcher.withDefaults().matcher(route.pattern()))
                .toList());

        private static final Problem BUSY = new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Compte non vérifié",
                "Trop de mots de passe sont vérifiés à la fois, ou la base ne répond pas : recommencez dans un"
                        + " instant.");
        private static final Problem NEWCOMER = new Problem(
                HttpStatus.FORBIDDEN,
                "Mot de passe à changer",
                "Ce mot de passe a été choisi par un autre : connectez-vous à la console pour choisir le vôtre.");

        private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();

        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
                throws IOException, ServletException {
            Authentication known = SecurityContextHolder.getContext().getAuthentication();
            if (known == null && refused instanceof CsrfException) {
                response.sendRedirect(request.getContextPath() + SignIn.PAGE + "?expiree");
            } else if (Account.isNewcomer(known)) {
                response.sendRedirect(request.getContextPath() + "/compte");
            } else if (!(refused instanceof CsrfException) && !KNOWN.matches(request)) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                refusal.handle(request, response, refused);
            }
        }

        /** To who is nobody for the API: their account or password is not known, was not looked at, or was not given. */
        static void nobody(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
                throws IOException {
            if (why instanceof AuthenticationServiceException) {
                BUSY.write(response);
            } else {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Passerelle\", charset=\"UTF-8\"");
                Problem.of(HttpStatus.UNAUTHORIZED).write(response);
            }
        }

        /** To an account that may not call the API. */
        static void somebody(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
                throws IOException {
            boolean isNew =
                    Account.isNewcomer(SecurityContextHolder.getContext().getAuthentication());
            (isNew ? NEWCOMER : Problem.of(HttpStatus.FORBIDDEN)).write(response);
        }
    }
}
