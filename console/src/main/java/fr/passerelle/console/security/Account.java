package fr.passerelle.console.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who is at the keyboard, whichever way they came in: pages ask for this, and for nothing else. Of what an identity provider says of a
 * person, nothing is kept in it.
 *
 * @param id opaque identifier, the only one that decisions and the audit keep
 * @param login what the person types; it may be erased
 * @param hash bcrypt of the password; empty where an identity provider answers for the person
 * @param drawn whether its password is one that somebody else drew: until it is changed, nothing else opens
 */
public record Account(String id, String login, String hash, Role role, boolean active, boolean drawn)
        implements UserDetails, OidcUser {

    /** The part of who has to change a drawn password first; each role may what it may. */
    static final String NEWCOMER = "NOUVEAU";

    private static final long serialVersionUID = 1L;

    /** Whether the person signs in with a password kept here. */
    public boolean isLocal() {
        return !hash.isEmpty();
    }

    /** Whether somebody has to change a drawn password first. */
    static boolean isNewcomer(@Nullable Authentication somebody) {
        return somebody != null && somebody.getPrincipal() instanceof Account account && account.drawn();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + (drawn ? NEWCOMER : role.name())));
    }

    @Override
    public String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public boolean isEnabled() {
        return active;
    }

    @Override
    public String getName() {
        return login;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Map<String, Object> getClaims() {
        return Map.of();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    /** None of the provider's: only the identifier that the account has here. */
    @Override
    public OidcIdToken getIdToken() {
        return new OidcIdToken(id, null, null, Map.of("sub", id));
    }

    @Override
    public String toString() {
        return "Account[" + id + ", " + role + "]";
    }
}
