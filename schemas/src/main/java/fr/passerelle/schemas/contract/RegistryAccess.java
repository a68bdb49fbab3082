package fr.passerelle.schemas.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the schema registry is, and how whoever asks it signs in.
 *
 * @param url root of the server, such as {@code http://localhost:8081}; empty where nobody said
 * @param path where the Confluent-compatible API is under that root: {@link #APICURIO}, or empty as in Karapace and in Confluent's own
 * @param user who signs in (HTTP Basic); empty where the registry asks nobody
 * @param password of that user
 */
public record RegistryAccess(String url, String path, String user, String password) {

    /** The path of Apicurio Registry 3. */
    public static final String APICURIO = "/apis/ccompat/v7";

    /** What settings do not say comes as null: no registry, or Apicurio, and no account. */
    public RegistryAccess {
        url = Objects.requireNonNullElse(url, "");
        path = Objects.requireNonNullElse(path, APICURIO);
        user = Objects.requireNonNullElse(user, "");
        password = Objects.requireNonNullElse(password, "");
    }

    /** Apicurio at a root, without an account. */
    public static RegistryAccess apicurio(String url) {
        return new RegistryAccess(url, APICURIO, "", "");
    }

    /** The root of the API, without a final slash. */
    String api() {
        return root() + path.replaceFirst("/+$", "");
    }

    /** The root of the server, without a final slash. */
    String root() {
        return url.replaceFirst("/+$", "");
    }

    /** The header that signs in, where there is somebody to sign in. */
    Optional<String> authorization() {
        return user.isEmpty()
                ? Optional.empty()
                : Optional.of("Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "RegistryAccess[" + api() + "]";
    }
}
