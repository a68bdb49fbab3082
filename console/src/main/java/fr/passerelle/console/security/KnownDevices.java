package fr.passerelle.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Browsers from which an account's own person came in (OWASP, "device cookies"): what others guess at that account locks them out no more. The
 * cookie holds a number that was drawn and its authentication code for one account, and lets nobody in. The key is drawn at each start, and a
 * browser is then known again once its person came in.
 */
@Component
class KnownDevices {

    static final String COOKIE = "passerelle-appareil";

    private static final String CODE = "HmacSHA256";
    private static final int BYTES = 16;
    private static final int DIGITS = 2 * BYTES;
    private static final Duration KEPT = Duration.ofDays(180);

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key = new SecretKeySpec(drawn(), CODE);

    /**
     * The number of a browser, where it is a known one of that account.
     *
     * @param cookie as the browser gave it
     */
    @Nullable
    String of(String cookie, String login) {
        String number = cookie.substring(0, Math.min(cookie.length(), DIGITS));
        return isSame(cookie, value(number, login)) ? number : null;
    }

    /** Makes the browser of a request known. */
    void remember(HttpServletRequest request, HttpServletResponse response, String login) {
        String number = HexFormat.of().formatHex(drawn());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value(number, login))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }

    private String value(String number, String login) {
        try {
            Mac mac = Mac.getInstance(CODE);
            mac.init(key);
            Stream.of(number, Accounts.plain(login)).forEach(part -> mac.update(part.getBytes(StandardCharsets.UTF_8)));
            return number + HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSame(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] drawn() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
