package fr.passerelle.events;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RegistryAccess;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the servers are and which namespace is served (properties {@code passerelle.*}). Addresses are empty until {@code up} wrote them.
 *
 * @param events the role that this program works as, where it has one of its own; else that of {@code passerelle.postgres}
 * @param namespace first part of every topic's name
 * @param pauseAt where to wait to be killed, for tests; empty in life
 */
@ConfigurationProperties("passerelle")
record EventsSettings(
        @DefaultValue Postgres postgres,
        @DefaultValue Account events,
        @DefaultValue Kafka kafka,
        @DefaultValue Registry registry,
        @DefaultValue("passerelle") String namespace,
        @DefaultValue("") String pauseAt) {

    /** The database. */
    record Postgres(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {}

    /** A role of the database; its name is empty where there is none. */
    record Account(
            @DefaultValue("") String user, @DefaultValue("") String password) {}

    /** What the program works as. */
    Account account() {
        return events.user().isBlank() ? new Account(postgres.user(), postgres.password()) : events;
    }

    /**
     * Kafka.
     *
     * @param bootstrap the brokers
     * @param client Kafka's own settings
     * @param user who signs in, where a password is wanted
     * @param password of that account
     */
    record Kafka(
            @DefaultValue("") String bootstrap,
            @DefaultValue Map<String, String> client,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        /** As its clients are made. */
        KafkaAccess access() {
            return new KafkaAccess(bootstrap, client).as(user, password);
        }
    }

    /** The schema registry. */
    record Registry(
            @DefaultValue("") String url,
            @DefaultValue(RegistryAccess.APICURIO) String path,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        /** As its client is made. */
        RegistryAccess access() {
            return new RegistryAccess(url, path, user, password);
        }
    }

    /** @throws StartRefusal where an address is missing */
    void complete() {
        present("passerelle.postgres.url", postgres.url());
        present("passerelle.kafka.bootstrap", kafka.bootstrap());
        present("passerelle.registry.url", registry.url());
    }

    private static void present(String property, String value) {
        if (value.isBlank()) {
            throw new StartRefusal("La propriété " + property
                    + " manque : démarrez les serveurs avec « ./passerelle up », qui l'écrit dans"
                    + " var/passerelle.properties.");
        }
    }
}
