package fr.passerelle.schemas.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where Kafka is, and how whoever asks it signs in: what every client of a program is made with.
 *
 * @param bootstrap hosts and ports of the first brokers; empty where nobody said
 * @param client Kafka's own settings by Kafka's own names, such as {@code security.protocol} or {@code ssl.truststore.location}
 * @param user who signs in where the brokers want a password (SCRAM or PLAIN) and the settings do not say who does
 */
public record KafkaAccess(String bootstrap, Map<String, String> client, String user, String password) {

    private static final String MODULES = "org.apache.kafka.common.security.";

    /** Keeps a copy. What settings do not say comes as null. */
    public KafkaAccess {
        bootstrap = Objects.requireNonNullElse(bootstrap, "");
        client = Map.copyOf(Objects.requireNonNullElse(client, Map.of()));
        user = Objects.requireNonNullElse(user, "");
        password = Objects.requireNonNullElse(password, "");
    }

    /** Before anybody signs in. */
    public static KafkaAccess at(String bootstrap, Map<String, String> client) {
        return new KafkaAccess(bootstrap, client, "", "");
    }

    /** The same for another account. */
    public KafkaAccess as(String other, String itsPassword) {
        return new KafkaAccess(bootstrap, client, other, itsPassword);
    }

    /** All that a client needs, with what this one has of its own. */
    public Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(client);
        all.put("bootstrap.servers", bootstrap);
        String mechanism = client.getOrDefault("sasl.mechanism", "");
        boolean plain = mechanism.equals("PLAIN");
        if (plain || mechanism.startsWith("SCRAM-")) {
            String module = MODULES + (plain ? "plain.PlainLoginModule" : "scram.ScramLoginModule");
            all.putIfAbsent(
                    "sasl.jaas.config",
                    module + " required username=" + quoted(user) + " password=" + quoted(password) + ";");
        }
        all.putAll(own);
        return all;
    }

    /** What to tell people when it does not answer. */
    public String silence() {
        return "Kafka ne répond pas à " + bootstrap + " : démarrez les serveurs avec « ./passerelle up ».";
    }

    /** What to tell people when it does not let the account in. */
    public static String closed(Throwable refusal) {
        return "Kafka ne laisse pas entrer ce compte (" + refusal.getMessage()
                + ") : vérifiez passerelle.kafka.user, son mot de passe et passerelle.kafka.client.*.";
    }

    /** What to tell people when the account may not do that. */
    public static String forbidden(Throwable refusal) {
        return "Kafka ne donne pas ce droit à ce compte (" + refusal.getMessage()
                + ") : lancez « ./passerelle register », qui donne à chacun les siens.";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "KafkaAccess[" + bootstrap + "]";
    }
}
