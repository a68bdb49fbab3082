package fr.passerelle.console.security;

import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.published.audit.Audit.Outcome;
import fr.passerelle.schemas.contract.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Finds, or opens, the account of somebody for whom an identity provider answers: its role is what the provider says each time. */
@Component
record OidcAccounts(Accounts accounts, Passwords passwords, Audit audit, OidcSettings settings)
        implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final OidcUserService PROVIDER = new OidcUserService();

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser person = PROVIDER.loadUser(request);
        String subject = Sha256.of(person.getIssuer() + "\n" + person.getSubject());
        Optional<Account> known = accounts.known(subject);
        Role role = role(person).orElseThrow(() -> refused(known));
        Account account =
                known.map(is -> withRole(is, role)).orElseGet(() -> opened(name(request, person), subject, role));
        if (!account.active()) {
            throw refused(known);
        }
        return account;
    }

    /** The highest role that the claim gives. */
    private Optional<Role> role(OidcUser person) {
        List<String> said = values(person.getClaims().get(settings.rolesClaim()));
        return Arrays.stream(Role.values())
                .filter(role -> said.stream().anyMatch(value -> settings.says(value, role)))
                .max(Comparator.naturalOrder());
    }

    private static List<String> values(@Nullable Object claim) {
        Stream<?> values = claim instanceof Collection<?> many ? many.stream() : Stream.ofNullable(claim);
        return values.map(String::valueOf).toList();
    }

    private Account withRole(Account account, Role role) {
        if (account.role() != role) {
            accounts.changeRole(account.id(), role);
        }
        return read(account.id());
    }

    private Account opened(String name, String subject, Role role) {
        String id = "c-" + passwords.drawn();
        String login = accounts.named(name).isPresent() ? name + "#" + subject.substring(0, 8) : name;
        accounts.addKnown(id, login, subject, role);
        audit.add(id, AuditAction.ACCOUNT_CREATED.name(), id, Outcome.DONE);
        return read(id);
    }

    private Account read(String id) {
        return accounts.find(id).orElseThrow();
    }

    /** A colon, which no local login has, keeps the two kinds apart. */
    private String name(OidcUserRequest request, OidcUser person) {
        String name = Objects.requireNonNullElse(person.getClaimAsString(settings.nameClaim()), person.getSubject());
        return request.getClientRegistration().getRegistrationId() + ":" + name;
    }

    private OAuth2AuthenticationException refused(Optional<Account> known) {
        known.map(Account::id)
                .ifPresentOrElse(
                        id -> audit.add(id, AuditAction.LOGIN.name(), id, Outcome.REFUSED), audit::countRefusal);
        return new OAuth2AuthenticationException(new OAuth2Error("access_denied"));
    }

    /**
     * How an identity provider says roles (properties {@code passerelle.console.oidc.*}); {@code spring.security.oauth2.client.*} tell of the provider.
     *
     * @param rolesClaim the claim that holds them, a text or a list of texts
     * @param roles what the claim says for each role; a role that is not in it is said by its own name, in any case
     * @param nameClaim the claim that the list of accounts shows people by
     */
    @ConfigurationProperties("passerelle.console.oidc")
    record OidcSettings(
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue Map<Role, String> roles,
            @DefaultValue("preferred_username") String nameClaim) {

        /** Whether a value of the claim gives this role. */
        boolean says(String value, Role role) {
            return roles.getOrDefault(role, role.name()).equalsIgnoreCase(value);
        }
    }

    /**
     * What was asked of an identity provider, until its answer comes: kept by the browser that was sent there, so that whoever only leaves costs
     * no session. All but what is drawn for that one time is the registration's.
     */
    record ProviderRequests(ClientRegistrationRepository registrations)
            implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

        private static final String COOKIE = "passerelle-fournisseur";
        private static final Duration AWAY = Duration.ofMinutes(10);

        @Override
        public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
            var cookie = WebUtils.getCookie(request, COOKIE);
            String state = request.getParameter(OAuth2ParameterNames.STATE);
            ProviderDeparture departure = cookie == null ? null : ProviderDeparture.read(cookie.getValue());
            return departure != null && departure.state().equals(state) ? asked(departure) : null;
        }

        @Override
        public void saveAuthorizationRequest(
                @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
            String departure = asked == null ? "" : ProviderDeparture.of(asked).written();
            Duration time = asked == null ? Duration.ZERO : AWAY;
            KnownDevices.keep(
                    ResponseCookie.from(COOKIE, departure).sameSite("Lax").maxAge(time), request, response);
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
                HttpServletRequest request, HttpServletResponse response) {
            OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
            saveAuthorizationRequest(null, request, response);
            return asked;
        }

        private @Nullable OAuth2AuthorizationRequest asked(ProviderDeparture departure) {
            ClientRegistration registration = registrations.findByRegistrationId(departure.registration());
            return registration == null ? null : departure.asked(registration);
        }

        /** What was drawn for one sign-in; an attribute that was not drawn is empty. */
        record ProviderDeparture(String registration, String state, String redirect, String nonce, String verifier) {

            private static final String BETWEEN = "\n";
            private static final int PARTS = 5;

            static ProviderDeparture of(OAuth2AuthorizationRequest asked) {
                return new ProviderDeparture(
                        drawn(asked, OAuth2ParameterNames.REGISTRATION_ID),
                        Objects.requireNonNullElse(asked.getState(), ""),
                        Objects.requireNonNullElse(asked.getRedirectUri(), ""),
                        drawn(asked, OidcParameterNames.NONCE),
                        drawn(asked, PkceParameterNames.CODE_VERIFIER));
            }

            private static String drawn(OAuth2AuthorizationRequest asked, String attribute) {
                return Objects.requireNonNullElse(asked.<String>getAttribute(attribute), "");
            }

            String written() {
                String parts = String.join(BETWEEN, registration, state, redirect, nonce, verifier);
                return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
            }

            /** As it was written; null where somebody made it up. */
            static @Nullable ProviderDeparture read(String written) {
                try {
                    String[] parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8)
                            .split(BETWEEN, -1);
                    return parts.length == PARTS
                            ? new ProviderDeparture(parts[0], parts[1], parts[2], parts[3], parts[4])
                            : null;
                } catch (IllegalArgumentException madeUp) {
                    return null;
                }
            }

            OAuth2AuthorizationRequest asked(ClientRegistration by) {
                return OAuth2AuthorizationRequest.authorizationCode()
                        .clientId(by.getClientId())
                        .authorizationUri(
                                Objects.requireNonNull(by.getProviderDetails().getAuthorizationUri()))
                        .redirectUri(redirect)
                        .scopes(by.getScopes())
                        .state(state)
                        .attributes(attributes -> {
                            attributes.put(OAuth2ParameterNames.REGISTRATION_ID, registration);
                            attributes.put(OidcParameterNames.NONCE, nonce);
                            attributes.put(PkceParameterNames.CODE_VERIFIER, verifier);
                            attributes.values().removeIf(""::equals);
                        })
                        .build();
            }
        }
    }
}
