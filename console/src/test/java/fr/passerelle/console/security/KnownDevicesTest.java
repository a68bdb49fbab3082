package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class KnownDevicesTest {

    private final KnownDevices devices = devices();
    private final String cookie = remembered("Agent");

    @Test
    void knowsABrowserOfTheAccountThatCameIn() {
        assertThat(devices.of(cookie, " agent ")).isEqualTo(cookie);
    }

    @Test
    void knowsItForNoOtherAccountAndNoneThatIsMadeUp() {
        assertThat(devices.of(cookie, "autre")).isNull();
        assertThat(devices.of(new StringBuilder(cookie).reverse().toString(), "agent"))
                .isNull();
        assertThat(devices.of("", "agent")).isNull();
        assertThat(devices.of("f".repeat(5_000), "agent")).isNull();
        assertThat(devices().of(cookie, "agent")).isNull();
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        var response = new MockHttpServletResponse();

        devices.remember(new MockHttpServletRequest(), response, "agent");

        assertThat(response.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    private static KnownDevices devices() {
        return new KnownDevices(new Passwords(new BCryptPasswordEncoder(4)));
    }

    private String remembered(String login) {
        var response = new MockHttpServletResponse();
        devices.remember(new MockHttpServletRequest(), response, login);
        return Objects.requireNonNull(response.getCookie(KnownDevices.COOKIE)).getValue();
    }
}
