package fr.passerelle.events;

import fr.passerelle.events.stream.StreamSettings;
import fr.passerelle.schemas.contract.DatabaseAccess;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RegistryClient.RegistryAccess;
import fr.passerelle.schemas.fault.RunRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the servers are and which namespace is served (properties {@code passerelle.*}). Addresses are empty until {@code up} wrote them.
 *
 * @param events the role that this program works as, where it has one of its own; else that of {@code passerelle.postgres}
 * @param namespace first part of every topic's name
 */
@ConfigurationProperties("passerelle")
record EventsSettings(
        @DefaultValue DatabaseAccess postgres,
        @DefaultValue DatabaseAccess events,
        @DefaultValue KafkaAccess kafka,
        @DefaultValue RegistryAccess registry,
        @DefaultValue("passerelle") String namespace,
        @DefaultValue StreamSettings stream) {

    /** @throws RunRefused where an address is missing */
    void complete() {
        present("passerelle.postgres.url", postgres.url());
        present("passerelle.kafka.bootstrap", kafka.bootstrap());
        present("passerelle.registry.url", registry.url());
    }

    private static void present(String property, String value) {
        if (value.isBlank()) {
            throw new RunRefused("La propriété " + property
                    + " manque : démarrez les serveurs avec « ./passerelle up », qui l'écrit dans"
                    + " var/passerelle.properties.");
        }
    }
}
