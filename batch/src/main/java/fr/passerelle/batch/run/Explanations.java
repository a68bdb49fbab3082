package fr.passerelle.batch.run;

import fr.passerelle.rules.explanation.Proposals;
import org.springframework.stereotype.Component;

/** The current results, as what explains them needs them: EPCI by EPCI. */
@Component
public class Explanations {

    private final Runs runs;
    private final Results results;

    Explanations(Runs runs, Results results) {
        this.runs = runs;
        this.results = results;
    }

    /**
     * All that is current.
     *
     * @throws RunRefused when no run was published
     */
    public Current current() {
        Run run = runs.current()
                .flatMap(runs::find)
                .orElseThrow(() -> new RunRefused("Aucune exécution n'est publiée : il n'y a rien à expliquer."
                        + " Lancez-en une (« ./passerelle nightly … »)."));
        return new Current(run, results.proposals(results.at(run.no())));
    }

    /** The current run with its results. */
    public record Current(Run run, Proposals proposals) {}
}
