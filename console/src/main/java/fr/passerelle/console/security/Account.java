package fr.passerelle.console.security;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Who is at the keyboard.
 *
 * @param id opaque identifier, the only one that decisions and the audit keep
 * @param login what the person types; it may be erased
 * @param hash bcrypt of the password
 * @param active whether it may enter
 */
public record Account(String id, String login, String hash, Role role, boolean active) implements UserDetails {

    private static final long serialVersionUID = 1L;

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
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
    public String toString() {
        return "Account[" + id + ", " + role + "]";
    }
}
