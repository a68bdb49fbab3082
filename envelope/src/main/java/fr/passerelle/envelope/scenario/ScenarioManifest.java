package fr.passerelle.envelope.scenario;

import fr.passerelle.published.FrozenHash;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Valeur;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a scenario froze when it was planned.
 *
 * @param run number of the published run that it starts from
 * @param resultHash SHA-256 over that run's proposals
 * @param asOf month of that run, YYYY-MM
 * @param creditsHash SHA-256 of the credits as they were read; null for IMPLANTATION
 * @param valeur null for IMPLANTATION
 * @param adopted number of the scenario that was adopted then, with which ties are broken; null where none was
 * @param objectif null for ENVELOPPE
 * @param asked stops, or per thousand of the inhabitants; null where {@code objectif} asks for none
 * @param epcis SIREN of those that it is about, sorted; empty for all
 */
public record ScenarioManifest(
        long run,
        String resultHash,
        String baremeHash,
        String asOf,
        @Nullable String creditsHash,
        @Nullable Valeur valeur,
        @Nullable Long adopted,
        @Nullable Objectif objectif,
        @Nullable Integer asked,
        List<String> epcis) {

    /** SHA-256 over all of it. 64 lower-case hexadecimal digits. */
    public String hash() {
        FrozenHash hash = new FrozenHash()
                .add("run", run)
                .add("result", resultHash)
                .add("bareme", baremeHash)
                .add("as-of", asOf)
                .add("credits", creditsHash)
                .add("valeur", valeur)
                .add("adopted", adopted)
                .add("objectif", objectif)
                .add("asked", asked);
        epcis.forEach(epci -> hash.add("epci", epci));
        return hash.hex();
    }
}
