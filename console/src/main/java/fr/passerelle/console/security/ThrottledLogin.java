package fr.passerelle.console.security;

import fr.passerelle.console.security.KnownDevices.LoginDetails;
import fr.passerelle.console.security.LoginThrottle.PasswordGuess;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks a password, unless too many were wrong just before: pages and API alike. */
@Component
class ThrottledLogin implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final LoginThrottle throttle;
    private final KnownDevices devices;

    ThrottledLogin(Accounts accounts, PasswordEncoder encoder, LoginThrottle throttle, KnownDevices devices) {
        this.passwords = new DaoAuthenticationProvider(accounts);
        this.passwords.setPasswordEncoder(encoder);
        this.throttle = throttle;
        this.devices = devices;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        PasswordGuess guess = guess(typed);
        if (!throttle.admits(guess)) {
            throw new LockedException("Too many attempts");
        }
        Authentication known = look(guess, typed);
        throttle.right(guess);
        return known;
    }

    private Authentication look(PasswordGuess guess, Authentication typed) {
        try {
            return passwords.authenticate(typed);
        } catch (AuthenticationServiceException unseen) {
            throttle.withdraw(guess);
            throw unseen;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private PasswordGuess guess(Authentication typed) {
        return typed.getDetails() instanceof LoginDetails from
                ? new PasswordGuess(
                        typed.getName(), from.getRemoteAddress(), devices.of(from.device(), typed.getName()))
                : new PasswordGuess(typed.getName(), "", null);
    }
}
