package fr.passerelle.schemas.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** SHA-256, as 64 lower-case hexadecimal digits: of something whole, or of values told one by one, each under its name. */
public final class Sha256 {

    private final MessageDigest named = digest();

    /** Adds a value under its name; null counts as nothing. */
    public Sha256 add(String name, @Nullable Object value) {
        named.update((name + '\0' + Objects.toString(value, "") + '\0').getBytes(UTF_8));
        return this;
    }

    /** Of all that was added; to be asked once. */
    public String hex() {
        return hex(named);
    }

    /** Of some bytes. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** Of the UTF-8 of a text. */
    public static String of(String text) {
        return of(text.getBytes(UTF_8));
    }

    /** Of a file, without keeping it in memory. */
    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /** Of all that a stream gives, which is left open. */
    public static String of(InputStream in) throws IOException {
        DigestInputStream digested = new DigestInputStream(in, digest());
        digested.transferTo(OutputStream.nullOutputStream());
        return hex(digested.getMessageDigest());
    }

    /** What is fed piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /** Of what the digest was fed; the digest starts anew. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
