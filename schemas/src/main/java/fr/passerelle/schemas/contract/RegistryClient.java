package fr.passerelle.schemas.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.RecordCodec.SchemaIds;
import fr.passerelle.schemas.fault.OutsideFault;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema registry, by its Confluent-compatible API (version 7), which any registry speaks. Every call asks it; {@link SchemaIds}
 * remembers. Each method throws {@link OutsideFault} when the registry is not there, takes too long or refuses.
 */
public final class RegistryClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final RegistryAccess access;
    private final Duration patience;

    /** @param url root of an Apicurio that asks nobody who they are, such as {@code http://localhost:8081} */
    public RegistryClient(String url) {
        this(RegistryAccess.apicurio(url));
    }

    /** A client of any registry that speaks that API. */
    public RegistryClient(RegistryAccess access) {
        this(access, Duration.ofSeconds(10));
    }

    RegistryClient(RegistryAccess access, Duration patience) {
        this.access = access;
        this.patience = patience;
    }

    /** Registers a schema under a subject, or finds it there, and answers its id. */
    public int register(String subject, Schema schema) {
        return id(sent(post("/subjects/" + encoded(subject) + "/versions", schema)));
    }

    /** The id of a schema under a subject; empty where it is not registered. */
    public OptionalInt find(String subject, Schema schema) {
        HttpResponse<String> answer = exchanged(post("/subjects/" + encoded(subject), schema));
        return answer.statusCode() == 404 ? OptionalInt.empty() : OptionalInt.of(id(accepted(answer)));
    }

    /** The schema of an id; empty where the registry knows no such id. */
    public Optional<Schema> schema(int id) {
        HttpResponse<String> answer =
                exchanged(request("/schemas/ids/" + id).GET().build());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(parsed(accepted(answer)));
    }

    /** Makes the registry refuse, under a subject, a schema that could not read all the earlier ones (BACKWARD_TRANSITIVE). */
    public void requireReadableHistory(String subject) {
        sent(request("/config/" + encoded(subject))
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"BACKWARD_TRANSITIVE\"}"))
                .build());
    }

    private HttpRequest post(String path, Schema schema) {
        String body = JSON.writeValueAsString(Map.of("schemaType", "AVRO", "schema", schema.toString()));
        return request(path).POST(BodyPublishers.ofString(body)).build();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(access.api() + path))
                .timeout(patience)
                .header("Content-Type", "application/vnd.schemaregistry.v1+json");
        access.authorization().ifPresent(who -> request.header("Authorization", who));
        return request;
    }

    private JsonNode sent(HttpRequest request) {
        return accepted(exchanged(request));
    }

    private HttpResponse<String> exchanged(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new OutsideFault(
                    "Le registre de schémas ne répond pas à " + access.root()
                            + " : démarrez les serveurs avec « ./passerelle up ».",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFault("Demande au registre de schémas (" + access.root() + ") interrompue.", e);
        }
    }

    private JsonNode accepted(HttpResponse<String> answer) {
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            throw new OutsideFault("Le registre de schémas (" + access.root() + ") ne laisse pas faire ce compte, à "
                    + answer.request().method() + " " + answer.uri()
                    + " : vérifiez passerelle.registry.user, son mot de passe et ses droits.");
        }
        if (answer.statusCode() / 100 != 2) {
            throw new OutsideFault(
                    "Le registre de schémas a refusé " + answer.request().method() + " " + answer.uri() + " : code "
                            + answer.statusCode() + ", " + reason(answer.body()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw unexpected(answer.uri().toString(), e);
        }
    }

    private static String reason(String body) {
        try {
            return JSON.readTree(body).path("message").asString("sans motif");
        } catch (JacksonException e) {
            return "réponse qui n'est pas du JSON (" + e.getOriginalMessage() + ")";
        }
    }

    private int id(JsonNode answer) {
        if (!answer.path("id").isInt()) {
            throw unexpected(access.api(), null);
        }
        return answer.path("id").intValue();
    }

    private Schema parsed(JsonNode answer) {
        try {
            return new Schema.Parser().parse(answer.path("schema").asString(""));
        } catch (SchemaParseException e) {
            throw unexpected(access.api(), e);
        }
    }

    private static OutsideFault unexpected(String url, @Nullable Exception cause) {
        return new OutsideFault(
                "Réponse inattendue de " + url
                        + " : est-ce bien le registre de schémas ? « ./passerelle status » dit où il est, «"
                        + " ./passerelle up » le démarre.",
                cause);
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Where the schema registry is, and how whoever asks it signs in.
     *
     * @param url root of the server, such as {@code http://localhost:8081}; empty where nobody said
     * @param path where the Confluent-compatible API is under that root: {@link #APICURIO}, or empty as in Karapace and in Confluent's own
     * @param user who signs in (HTTP Basic); empty where the registry asks nobody
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

        Optional<String> authorization() {
            return user.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
        }

        /** Without secrets. */
        @Override
        public String toString() {
            return "RegistryAccess[" + api() + "]";
        }
    }
}
