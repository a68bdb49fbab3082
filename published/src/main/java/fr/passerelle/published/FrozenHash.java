package fr.passerelle.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** SHA-256 over what a plan froze, name by name. */
public final class FrozenHash {

    private final MessageDigest digest = sha256();

    /** Adds a value under its name; null counts as nothing. */
    public FrozenHash add(String name, @Nullable Object value) {
        digest.update((name + '\0' + Objects.toString(value, "") + '\0').getBytes(UTF_8));
        return this;
    }

    /** 64 lower-case hexadecimal digits; to be asked once. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of a text. 64 lower-case hexadecimal digits. */
    public static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
