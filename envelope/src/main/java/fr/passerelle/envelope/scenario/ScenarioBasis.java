package fr.passerelle.envelope.scenario;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelopes;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.bareme.Programmation;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a published run knows that a scenario rests on.
 *
 * @param decisions that had reached the log with it, in its order
 */
record ScenarioBasis(PublishedResults published, List<DecisionRecorded> decisions) {

    /** What may be chosen for each EPCI that has a plan. */
    Envelope envelope(Credits credits, Valeur valeur) {
        return new Envelopes(
                        published.run().bareme(),
                        programmation(),
                        YearMonth.parse(published.run().asOf()),
                        published.epcis(),
                        decisions.stream().collect(Collectors.groupingBy(DecisionRecorded::getEpci)))
                .of(published.proposals().plans().values(), credits, valeur);
    }

    /** @throws RunRefused where the barème of the run says nothing of choosing */
    Programmation programmation() {
        return published
                .run()
                .bareme()
                .programmation()
                .orElseThrow(() -> new RunRefused("Le barème " + published.run().baremeId() + " de l'exécution "
                        + published.run().id() + " ne dit rien de la programmation (section « programmation ») :"
                        + " partez d'une exécution sous un barème qui la donne (« --as-of »)."));
    }
}
