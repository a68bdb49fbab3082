package fr.passerelle.envelope.scenario;

import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelopes;
import fr.passerelle.envelope.solver.EnvelopeSolver;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import fr.passerelle.study.life.StudyBases;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the solver what credits would fund, and keeps nothing. */
@Component
public record EnvelopeAnswers(StudyBases bases, Studies studies) {

    /** What credits would fund, and from which published run that was computed. */
    public record Trial(PublishedRun run, Enveloppe answer) {}

    /**
     * The best choice on a run, without reasons.
     *
     * @param run a published one; null for the current one
     * @param progress told in French how far it is
     * @throws fr.passerelle.sources.reject.UnusableFile when the file of credits has a fault
     * @throws RunRefused when no choice may be: the sentence says which year or row
     */
    public Trial of(Path credits, Valeur valeur, @Nullable Long run, Consumer<String> progress) {
        progress.accept("Lecture de l'exécution…");
        ScenarioBasis basis = basis(bases.results(run));
        PublishedRun base = basis.published().run();
        Envelope envelope = basis.envelope(lines(credits, base), valeur);
        return new Trial(base, EnvelopeSolver.solve(envelope, choices(adopted()), false, progress));
    }

    /** With the reasons, what a scenario asked. */
    Enveloppe of(Study<ScenarioManifest> scenario, ScenarioBasis basis, Consumer<String> progress) {
        ScenarioManifest asked = scenario.question();
        Envelope envelope = basis.envelope(
                CreditLines.of(scenario), Objects.requireNonNull(asked.valeur(), "An envelope has a value"));
        Optional<Study<ScenarioManifest>> adopted =
                Optional.ofNullable(asked.adopted()).map(no -> studies.get(ScenarioManifest.SERIES, no));
        return EnvelopeSolver.solve(envelope, choices(adopted), true, progress);
    }

    /** The one with which ties are broken. */
    Optional<Study<ScenarioManifest>> adopted() {
        return studies.adopted(ScenarioManifest.SERIES, ScenarioKind.ENVELOPPE.name());
    }

    ScenarioBasis basis(PublishedResults results) {
        return new ScenarioBasis(results, bases.decisions(results.run().no()));
    }

    static CreditLines lines(Path credits, PublishedRun run) {
        return CreditLines.read(credits, YearMonth.parse(run.asOf()));
    }

    private List<ChoixEpci> choices(Optional<Study<ScenarioManifest>> adopted) {
        return adopted.stream()
                .flatMap(scenario -> studies.answers(scenario.id(), ScenarioComputed.class).stream())
                .flatMap(computed -> Stream.ofNullable(computed.getEnveloppe()))
                .flatMap(answer -> answer.getChoix().stream())
                .toList();
    }

    /** What a published run knows that a scenario rests on, with the decisions that had reached the log, in its order. */
    record ScenarioBasis(PublishedResults published, List<DecisionRecorded> decisions) {

        /** What may be chosen for each EPCI that has a plan. */
        Envelope envelope(CreditLines credits, Valeur valeur) {
            return new Envelopes(
                            published.run().bareme(),
                            YearMonth.parse(published.run().asOf()),
                            published.epcis(),
                            decisions.stream().collect(Collectors.groupingBy(DecisionRecorded::getEpci)))
                    .of(published.proposals().plans().values(), credits.credits(), valeur);
        }
    }
}
