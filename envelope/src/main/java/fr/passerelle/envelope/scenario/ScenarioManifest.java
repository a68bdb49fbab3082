package fr.passerelle.envelope.scenario;

import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.study.Question;
import fr.passerelle.study.StudySeries;
import java.util.List;
import java.util.Map;
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
        List<String> epcis)
        implements Question.OfResults {

    /** How scenarios are called. */
    public static final StudySeries<ScenarioManifest> SERIES = new StudySeries<>(
            "S",
            ScenarioManifest.class,
            StudyLog.SCENARIOS,
            true,
            new StudySeries.Words(
                    "scénario", "enveloppe", "adopt", "s'adopte", "ADOPT", "crédits", "ne peut plus être calculé"));

    /** Under which the credits are kept. */
    public static final String CREDITS = "credits";

    /** What it is about. */
    public ScenarioKind about() {
        return objectif == null ? ScenarioKind.ENVELOPPE : ScenarioKind.IMPLANTATION;
    }

    @Override
    public String kind() {
        return about().name();
    }

    @Override
    public Map<String, String> inputs() {
        return creditsHash == null ? Map.of() : Map.of(CREDITS, creditsHash);
    }

    @Override
    public String hash() {
        Sha256 hash = new Sha256()
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
