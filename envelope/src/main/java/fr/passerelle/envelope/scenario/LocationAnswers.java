package fr.passerelle.envelope.scenario;

import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopAreas;
import fr.passerelle.envelope.location.LocationSolver;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.List;
import java.util.Objects;

/** Asks the solver where étapes would best stand. */
final class LocationAnswers {

    private LocationAnswers() {}

    /**
     * The best answer to what a scenario froze.
     *
     * @throws RunRefused when what is asked for cannot be
     */
    static Implantation solve(ScenarioBasis basis, ScenarioManifest manifest) {
        JeuDeRegles.ConversionRule rules =
                basis.published().run().bareme().jeuDeRegles().conversion();
        try {
            return LocationSolver.solve(new LocationQuestion(
                    areas(basis, rules, manifest.epcis()),
                    rules.proximityRadiusMetres(),
                    Objects.requireNonNull(manifest.objectif(), "An implantation has an aim"),
                    manifest.asked()));
        } catch (LocationSolver.Refusal e) {
            throw new RunRefused(String.valueOf(e.getMessage()), e);
        }
    }

    /** @throws RunRefused when the run does not know one of them */
    static void requireKnown(PublishedResults published, List<String> epcis) {
        epcis.stream()
                .filter(siren -> !published.epcis().containsKey(siren))
                .findFirst()
                .ifPresent(siren -> {
                    throw RunRefused.wrongUse("L'intercommunalité " + siren + " n'est pas connue de l'exécution "
                            + published.run().id() + " : vérifiez son SIREN.");
                });
    }

    private static List<StopArea> areas(ScenarioBasis basis, JeuDeRegles.ConversionRule rules, List<String> epcis) {
        PublishedResults published = basis.published();
        return new StopAreas(rules.maxSessionsAMonth(), published.proposals(), published.rooms(), basis.decisions())
                .of(published.epcis().values().stream()
                        .filter(epci -> epcis.isEmpty() || epcis.contains(epci.getEpci()))
                        .toList());
    }
}
