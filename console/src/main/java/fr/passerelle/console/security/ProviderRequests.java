package fr.passerelle.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * What was asked of an identity provider, until its answer comes: kept by the browser that was sent there, so that whoever only leaves costs
 * no session. All but what is drawn for that one time is the registration's.
 */
final class ProviderRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "passerelle-fournisseur";
    private static final Duration AWAY = Duration.ofMinutes(10);

    private final ClientRegistrationRepository registrations;

    ProviderRequests(ClientRegistrationRepository registrations) {
        this.registrations = registrations;
    }

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
        if (asked == null) {
            keep("", Duration.ZERO, request, response);
        } else {
            keep(ProviderDeparture.of(asked).written(), AWAY, request, response);
        }
    }

    private static void keep(String value, Duration time, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(time)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
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
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(BETWEEN, -1);
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
                    .authorizationUri(Objects.requireNonNull(by.getProviderDetails().getAuthorizationUri()))
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
