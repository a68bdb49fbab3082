package fr.passerelle.batch.server;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who answers for the algorithm, as the mention of articles L311-3-1 and R311-3-1-1 of the CRPA has to say.
 *
 * @param service name of the service; empty where nobody configured it
 * @param adresse where to write to it; empty where nobody configured it
 */
@ConfigurationProperties("passerelle.mention")
public record Mention(String service, String adresse) {

    /** Whether both were configured. */
    public boolean isConfigured() {
        return !service.isBlank() && !adresse.isBlank();
    }

    /** The service, else what to configure. */
    public String serviceOrHow() {
        return service.isBlank() ? "à préciser (clé passerelle.mention.service)" : service;
    }

    /** The address, else what to configure. */
    public String adresseOrHow() {
        return adresse.isBlank() ? "à préciser (clé passerelle.mention.adresse)" : adresse;
    }
}
