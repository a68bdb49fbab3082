package fr.passerelle.cli;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Who answers for the algorithm, as the mention of articles L311-3-1 and R311-3-1-1 of the CRPA has to say.
 *
 * @param service name of the service; empty where nobody configured it
 * @param adresse where to write to it; empty where nobody configured it
 */
record Mention(String service, String adresse) {

    /** As it is configured under {@code passerelle.mention}. */
    static Mention of(Environment environment) {
        return Binder.get(environment).bindOrCreate("passerelle.mention", Mention.class);
    }

    /** Whether both were configured. */
    boolean isConfigured() {
        return !service.isBlank() && !adresse.isBlank();
    }

    /** The service, else what to configure. */
    String serviceOrHow() {
        return service.isBlank() ? "à préciser (clé passerelle.mention.service)" : service;
    }

    /** The address, else what to configure. */
    String adresseOrHow() {
        return adresse.isBlank() ? "à préciser (clé passerelle.mention.adresse)" : adresse;
    }
}
