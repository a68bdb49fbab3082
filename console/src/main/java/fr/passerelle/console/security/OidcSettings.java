package fr.passerelle.console.security;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an identity provider says roles (properties {@code passerelle.console.oidc.*}); the provider itself is told by {@code
 * spring.security.oauth2.client.*}.
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
